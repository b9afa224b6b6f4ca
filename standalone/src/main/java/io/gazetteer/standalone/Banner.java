package io.gazetteer.standalone;

/** Is the last thing a start prints: where Gazetteer is, how to log in, what to try. */
record Banner(String url, AdminPassword admin) {
  @Override
  public String toString() {
    return """

    Gazetteer is ready: %1$s
    %5$s
    %2$s

    Log in from a terminal:
      TOKEN=$(curl -s %1$s/api/auth/login -H 'Content-Type: application/json' \\
        -d '{"username": "%3$s", "password": "%4$s"}' | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')
    Search:
      curl -s -H "Authorization: Bearer $TOKEN" '%1$s/api/search/?q=customer+email'

    Ctrl-C stops it.
    """
        .formatted(url, admin.explanation(), AdminPassword.USERNAME, admin.inCurl(), inBrowser());
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
