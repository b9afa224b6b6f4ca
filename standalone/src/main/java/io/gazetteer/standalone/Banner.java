package io.gazetteer.standalone;

/** Is the last thing a start prints: where Gazetteer is, how to log in, what to try. */
record Banner(String url, AdminPassword admin) {
  @Override
  public String toString() {
    return """

    Gazetteer is ready: %1$s
    %4$s
    %2$s

    Ctrl-C stops it. In another terminal:
      ./gazetteer login %3$s%5$s
      ./gazetteer search%5$s "customer email"
    Pages: %1$s
    """
        .formatted(url, admin.explanation(), AdminPassword.USERNAME, inBrowser(), server());
  }

  /** At the usual place the commands need not be told where. */
  private String server() {
    return url.equals("http://127.0.0.1:8080") || url.equals("http://localhost:8080")
        ? ""
        : " --server " + url;
  }

  private String inBrowser() {
    return admin
        .linkCode()
        .map(
            code ->
                "Open this once, within an hour, and choose a password: %s/welcome?code=%s"
                    .formatted(url, code))
        .orElse("Open it in a browser, and sign in.");
  }
}
