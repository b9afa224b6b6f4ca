// Suggestions below the search box, and the keys that lead to it. Without this script the box is a plain form.

const form = document.querySelector("form[data-suggestions]");
if (form) {
  suggest(form);
}

/** Brings the search box back from anywhere: "/" outside of fields, Ctrl-K everywhere. */
document.addEventListener("keydown", event => {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const ctrlK = event.key === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !ctrlK) {
    return;
  }
  event.preventDefault();
  const input = document.querySelector("#q");
  if (input) {
    input.focus();
    input.select();
  } else {
    document.querySelector(".brand").click();
  }
});

/** The combobox pattern of WAI-ARIA: the focus stays in the box, the chosen option is named by it. */
function suggest(form) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.id = "options";
  list.className = "options";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  form.append(list);
  const told = document.createElement("p");
  told.className = "unseen";
  told.setAttribute("aria-live", "polite");
  form.append(told);
  for (const [name, value] of [["role", "combobox"], ["aria-controls", "options"], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) {
    input.setAttribute(name, value);
  }
  const answers = new Map();
  let chosen = -1;
  let typed = input.value;
  let asked = 0;

  const options = () => [...list.children];

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const all = options();
    chosen = index < -1 ? all.length - 1 : index >= all.length ? -1 : index;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    if (chosen < 0) {
      input.removeAttribute("aria-activedescendant");
      input.value = typed;
    } else {
      input.setAttribute("aria-activedescendant", all[chosen].id);
      input.value = all[chosen].dataset.query;
      all[chosen].scrollIntoView({block: "nearest"});
    }
  }

  function show(html) {
    list.innerHTML = html;
    options().forEach((option, i) => { option.id = "option-" + i; });
    const count = options().length;
    told.textContent = count === 0 ? "No suggestions" : count + " suggestions";
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = count === 0;
    input.setAttribute("aria-expanded", String(count > 0));
  }

  async function ask() {
    typed = input.value;
    const text = typed;
    const turn = ++asked;
    if (text.trim() === "" || text.length > 200) {
      close();
      return;
    }
    if (!answers.has(text)) {
      const answer = await fetch(form.dataset.suggestions + "?q=" + encodeURIComponent(text), {headers: {Accept: "text/html"}, redirect: "error"}).catch(() => null);
      if (!answer || !answer.ok) {
        return;
      }
      answers.set(text, await answer.text());
    }
    if (turn === asked && document.activeElement === input) {
      show(answers.get(text));
    }
  }

  input.addEventListener("input", ask);
  input.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        ask();
      } else {
        choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
      }
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      input.value = typed;
      close();
    }
  });
  input.addEventListener("blur", () => close());
  list.addEventListener("mousedown", event => {
    const option = event.target.closest("li");
    event.preventDefault();
    if (option) {
      input.value = option.dataset.query;
      form.requestSubmit();
    }
  });
}

// Links that lead to a text to take away copy it instead.
document.addEventListener("click", async event => {
  const link = event.target.closest("a[data-copy]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) {
    return;
  }
  event.preventDefault();
  const told = link.parentElement.querySelector(".copied");
  try {
    const text = link.dataset.copy === "address" ? link.href : await (await fetch(link.href, {redirect: "error"})).text();
    await navigator.clipboard.writeText(text);
    told.textContent = link.textContent.trim() + ": copied";
  } catch {
    location.href = link.href;
  }
});

// Tables that someone has looked at are kept in the browser until they sign out, for the first page.
const visitor = document.body.dataset.visitor;
if (visitor) {
  looked("looked:" + visitor);
}

function looked(key) {
  const most = 6;
  const known = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? [];
    } catch {
      return [];
    }
  };
  const table = document.querySelector("[data-looked]");
  if (table) {
    const at = location.pathname + (location.pathname.endsWith("/table") ? location.search : "");
    const others = known().filter(other => other.at !== at);
    try {
      localStorage.setItem(key, JSON.stringify([{at, name: table.dataset.looked}, ...others].slice(0, most)));
    } catch {
      // A browser that keeps nothing shows nothing.
    }
  }
  const section = document.querySelector("#looked");
  if (section && known().length > 0) {
    section.querySelector("ul").append(...known().map(({at, name}) => {
      const link = document.createElement("a");
      link.className = "code";
      link.href = new URL(at, location.origin).pathname + new URL(at, location.origin).search;
      link.textContent = name;
      const line = document.createElement("li");
      line.append(link);
      return line;
    }));
    section.hidden = false;
  }
  document.querySelector("form[action$='sign-out']")?.addEventListener("submit", () => localStorage.removeItem(key));
}

// What runs is asked for again until it has ended.
for (const part of document.querySelectorAll("[data-live]")) {
  follow(part);
}

async function follow(part) {
  while (part.dataset.live) {
    await new Promise(resolve => setTimeout(resolve, document.hidden ? 5000 : 1000));
    const answer = await fetch(part.dataset.live, {headers: {Accept: "text/html"}, redirect: "error"}).catch(() => null);
    if (!answer || answer.status >= 400 && answer.status < 500) {
      return;
    }
    if (answer.ok) {
      const held = document.createElement("template");
      held.innerHTML = await answer.text();
      const next = held.content.querySelector("[data-live], .live");
      const focused = part.contains(document.activeElement);
      if (next && !focused) {
        part.replaceWith(next);
        part = next;
      } else if (next) {
        for (const selector of [".line", "progress", ".figures"]) {
          const [old, fresh] = [part.querySelector(selector), next.querySelector(selector)];
          if (old && fresh) {
            old.replaceWith(fresh);
          }
        }
        part.dataset.live = next.dataset.live || "";
      }
    }
  }
}
