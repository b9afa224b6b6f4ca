"use strict";

/** Where the files of this page are: whatever the path prefix, the application's is two steps up. */
const files = document.currentScript.src;
const TOKEN_IS_GOOD_FOR = 10 * 60 * 1000;

/** Swagger UI is dark where this class is set, and does not ask the browser itself. */
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();

/** Whoever tries the login has its token in later calls, until the page is left. */
function rememberLogin(response) {
  if (response.ok && response.url.endsWith("/api/auth/login")) {
    ui.preauthorizeApiKey("token", JSON.parse(response.text).access_token);
  }
  return response;
}

const ui = SwaggerUIBundle({
  url: new URL("../openapi.json", files).href,
  dom_id: "#api",
  deepLinking: true,
  filter: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  responseInterceptor: rememberLogin,
  onComplete: beSignedIn
});

/** Whoever has signed in to the pages is logged in here, too, as long as this page is open. */
async function beSignedIn() {
  const answer = await fetch(new URL("../../access-token", files), {headers: {Accept: "application/json"}}).catch(() => null);
  if (!answer?.ok) {
    return;
  }
  const token = await answer.json();
  ui.preauthorizeApiKey("token", token.access_token);
  document.getElementById("login").textContent = `Calls are made as ${token.username}.`;
  setTimeout(beSignedIn, TOKEN_IS_GOOD_FOR);
}
