"use strict";

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
  url: "/api/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  responseInterceptor: rememberLogin
});
