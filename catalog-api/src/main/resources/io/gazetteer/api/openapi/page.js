"use strict";

let described;
let token = "";

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

/** What a reference leads to. */
function resolve(part) {
  if (!part?.$ref) return part ?? {};
  return part.$ref.split("/").slice(1).reduce((inside, name) => inside[name], described);
}

function typeOf(schema) {
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema.items) return "list of " + typeOf(schema.items);
  return [schema.format ?? schema.type ?? "any"].flat().join(" or ");
}

function fieldsOf(schema, depth = 0, seen = []) {
  const named = (schema.anyOf ?? [schema]).find(one => one.$ref || one.items || one.properties) ?? {};
  const inner = named.items ?? named;
  if (inner.$ref && seen.includes(inner.$ref)) return [];
  const known = inner.$ref ? [...seen, inner.$ref] : seen;
  return Object.entries(resolve(inner).properties ?? {}).flatMap(([name, field]) => [
    element("tr", "", element("td", "\u00a0\u00a0".repeat(depth) + name), element("td", typeOf(field)),
      element("td", field.description)),
    ...fieldsOf(field, depth + 1, known)]);
}

function table(title, rows) {
  return rows.length ? [element("h4", title), element("table", "", ...rows)] : [];
}

function input(parameter) {
  const field = element("input");
  field.name = parameter.name;
  field.dataset.in = parameter.in;
  field.required = Boolean(parameter.required);
  if (parameter.example !== undefined) field.placeholder = String(parameter.example);
  if (parameter.required && parameter.example !== undefined) field.value = String(parameter.example);
  return element("label", parameter.name + (parameter.required ? " * " : " "), field);
}

/** A form that sends the request, and shows what comes back. */
function trial(method, path, operation) {
  const form = element("form");
  form.append(...(operation.parameters ?? []).map(input));
  const content = operation.requestBody?.content["application/json"];
  if (content) {
    const body = element("textarea");
    body.name = "body";
    body.value = JSON.stringify(content.example, null, 2);
    form.append(body);
  }
  const answer = element("pre");
  answer.hidden = true;
  form.append(element("button", "Send"), answer);
  form.addEventListener("submit", event => {
    event.preventDefault();
    answer.hidden = false;
    send(method, path, form, answer);
  });
  return form;
}

async function send(method, path, form, answer) {
  const query = new URLSearchParams();
  const headers = token ? { Authorization: "Bearer " + token } : {};
  let place = path;
  for (const field of form.querySelectorAll("input")) {
    if (!field.value) continue;
    if (field.dataset.in === "path") place = place.replace(`{${field.name}}`, encodeURIComponent(field.value));
    else if (field.dataset.in === "header") headers[field.name] = field.value;
    else query.append(field.name, field.value);
  }
  const body = form.elements.body?.value;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const response = await fetch(place + (query.size ? "?" + query : ""), { method, headers, body });
    answer.textContent = response.status + " " + response.headers.get("Content-Type") + "\n";
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part; reader && !(part = await reader.read()).done;) answer.textContent += part.value;
    if (/json/.test(response.headers.get("Content-Type") ?? "")) pretty(answer, response.status);
  } catch (error) {
    answer.textContent += String(error);
  }
}

function pretty(answer, status) {
  try {
    const [, ...lines] = answer.textContent.split("\n");
    answer.textContent = status + "\n" + JSON.stringify(JSON.parse(lines.join("\n")), null, 2);
  } catch {
    // One JSON value a line is shown as it came.
  }
}

function route(path, method, operation) {
  const parameters = (operation.parameters ?? []).map(p => element("tr", "",
    element("td", p.name), element("td", `${p.in}, ${typeOf(p.schema)}`), element("td", p.description)));
  const bodySchema = operation.requestBody?.content["application/json"].schema;
  const responses = Object.entries(operation.responses).map(([status, one]) => [status, resolve(one)]);
  const answers = responses.map(([status, response]) => element("tr", "",
    element("td", status),
    element("td", Object.entries(response.content ?? {}).map(([type, of]) => `${type}: ${typeOf(of.schema)}`).join("; ")),
    element("td", response.description)));
  const good = responses.flatMap(([, response]) => Object.entries(response.content ?? {}))
    .filter(([type]) => !type.includes("problem")).map(([, of]) => of.schema)[0];
  const shown = element("details", "",
    element("summary", "", element("code", `${method.toUpperCase()} ${path}`), " " + operation.summary));
  shown.addEventListener("toggle", () => {
    if (shown.childElementCount > 1) return;
    shown.append(element("p", operation.description),
      ...table("Parameters", parameters),
      ...table("Body", bodySchema ? fieldsOf(bodySchema) : []),
      ...table("Answers", answers),
      ...table("Fields of the answer", good ? fieldsOf(good) : []),
      element("h4", "Try it"), trial(method.toUpperCase(), path, operation));
  });
  return shown;
}

function show() {
  document.getElementById("about").textContent = described.info.description;
  const routes = document.getElementById("routes");
  routes.replaceChildren();
  for (const tag of described.tags) {
    routes.append(element("h2", tag.name), element("p", tag.description));
    for (const [path, methods] of Object.entries(described.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (operation.tags.includes(tag.name)) routes.append(route(path, method, operation));
      }
    }
  }
}

/** The token stays in this page's memory: leaving the page forgets it. */
document.getElementById("login").addEventListener("submit", async event => {
  event.preventDefault();
  const { username, password, token: given } = event.target.elements;
  const who = document.getElementById("who");
  token = given.value;
  if (!token) {
    const response = await fetch("/api/auth/login", {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ username: username.value, password: password.value })
    });
    const answer = await response.json();
    token = answer.access_token ?? "";
    password.value = "";
    who.textContent = token ? "Logged in." : answer.detail;
  } else {
    who.textContent = "Calls are sent with the token.";
  }
});

fetch("/api/openapi.json").then(response => response.json()).then(document => {
  described = document;
  show();
});
