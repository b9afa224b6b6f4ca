// Pictures of tables: zoom, pan, dimming, and PNG. Without this script they scroll, and all their links work.

for (const picture of document.querySelectorAll("[data-picture]")) {
  enliven(picture);
}

function enliven(picture) {
  const canvas = picture.querySelector(".canvas");
  const svg = canvas.querySelector("svg");
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  let scale = 1;

  function zoom(to, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    const next = Math.min(4, Math.max(0.1, to));
    const [left, top] = [(canvas.scrollLeft + x) / scale, (canvas.scrollTop + y) / scale];
    scale = next;
    svg.setAttribute("width", width * scale);
    svg.setAttribute("height", height * scale);
    canvas.scrollLeft = left * scale - x;
    canvas.scrollTop = top * scale - y;
  }

  const fit = () => zoom(Math.min(1, canvas.clientWidth / width, canvas.clientHeight / height));
  const zooms = document.createElement("span");
  zooms.className = "zooms";
  for (const [text, label, act] of [
    ["−", "Smaller", () => zoom(scale / 1.25)],
    ["+", "Larger", () => zoom(scale * 1.25)],
    ["Fit", "The whole picture", fit],
    ["1:1", "As large as it is", () => zoom(1)],
  ]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    zooms.append(button);
  }
  picture.querySelector("figcaption").append(zooms);

  canvas.addEventListener("wheel", event => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
    }
  }, {passive: false});
  canvas.addEventListener("keydown", event => {
    if (event.target === canvas && (event.key === "+" || event.key === "-")) {
      event.preventDefault();
      zoom(event.key === "+" ? scale * 1.25 : scale / 1.25);
    }
  });

  // Dragging moves the picture; a click that moved nothing is a click.
  canvas.classList.add("grab");
  let drag = null;
  canvas.addEventListener("pointerdown", event => {
    if (event.button === 0 && event.pointerType === "mouse") {
      drag = {x: event.clientX, y: event.clientY, left: canvas.scrollLeft, top: canvas.scrollTop, moved: false};
    }
  });
  window.addEventListener("pointermove", event => {
    if (drag && (drag.moved || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 4)) {
      drag.moved = true;
      canvas.classList.add("grabbing");
      canvas.scrollLeft = drag.left - (event.clientX - drag.x);
      canvas.scrollTop = drag.top - (event.clientY - drag.y);
    }
  });
  window.addEventListener("pointerup", () => {
    const moved = drag && drag.moved;
    drag = null;
    canvas.classList.remove("grabbing");
    if (moved) {
      canvas.addEventListener("click", event => event.preventDefault(), {capture: true, once: true});
      setTimeout(() => canvas.dispatchEvent(new Event("click")), 0);
    }
  });
  svg.addEventListener("dragstart", event => event.preventDefault());

  // What no key links with the box under the pointer, or with the focus in it, steps back.
  function light(box) {
    svg.classList.toggle("dim", box !== null);
    svg.querySelectorAll(".lit").forEach(one => one.classList.remove("lit"));
    if (box === null) {
      return;
    }
    box.classList.add("lit");
    for (const key of svg.querySelectorAll(".key")) {
      const {from, to} = key.dataset;
      if (from === box.dataset.box || to === box.dataset.box) {
        key.classList.add("lit");
        for (const end of [from, to]) {
          svg.querySelector(`.box[data-box="${end}"]`).classList.add("lit");
        }
      }
    }
  }
  const boxOf = event => event.target.closest && event.target.closest(".box");
  svg.addEventListener("pointerover", event => light(boxOf(event) || null));
  svg.addEventListener("pointerleave", () => light(null));
  svg.addEventListener("focusin", event => light(boxOf(event) || null));
  svg.addEventListener("focusout", () => light(null));

  const focus = svg.querySelector(".focus > rect");
  if (focus) {
    canvas.scrollLeft = focus.x.baseVal.value + focus.width.baseVal.value / 2 - canvas.clientWidth / 2;
    canvas.scrollTop = focus.y.baseVal.value + focus.height.baseVal.value / 2 - canvas.clientHeight / 2;
  }
}

// A PNG is drawn here from the SVG, since the server draws no pixels.
const file = document.querySelector("a[download$='.svg']");
if (file) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "small";
  button.textContent = "PNG";
  button.addEventListener("click", () => savePng(file, button.parentElement.querySelector(".copied")));
  file.after(button);
}

async function savePng(link, told) {
  const image = new Image();
  image.src = link.href;
  try {
    await image.decode();
    const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, "image/png"));
    const save = document.createElement("a");
    save.href = URL.createObjectURL(blob);
    save.download = link.download.replace(/svg$/, "png");
    save.click();
    setTimeout(() => URL.revokeObjectURL(save.href), 60000);
    told.textContent = "PNG: saved";
  } catch {
    told.textContent = "This browser could not draw the PNG; take the SVG.";
  }
}
