package io.gazetteer.worker.testing.relay;

/** Short names of requests, the same for every data source. */
final class Labels {
  private static final int LONGEST = 72;

  private Labels() {}

  static String ofSql(String text) {
    var line = text.strip().replaceAll("\\s+", " ").replaceAll("\\d{4,}", "N");
    return line.substring(0, Math.min(line.length(), LONGEST));
  }

  static String ofHttp(String head) {
    var line = head.lines().findFirst().orElse("");
    return line.substring(0, line.lastIndexOf(' ')).replaceAll("[?].*", "");
  }
}
