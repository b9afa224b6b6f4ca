package io.gazetteer.servers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

final class Urls {
  private Urls() {}

  static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
