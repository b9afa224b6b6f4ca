package io.gazetteer.api.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies of registrations, each for another database. */
public final class Credentials {
  public static final String PASSWORD = "Canary-5d1f07!€";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Credentials() {}

  public static Map<String, Object> any() {
    return named("db" + NUMBER.incrementAndGet());
  }

  public static Map<String, Object> named(String dbName) {
    var body = new LinkedHashMap<String, Object>();
    body.put("hostname", "source.example");
    body.put("port", 5432);
    body.put("db_name", dbName);
    body.put("username", "reader");
    body.put("password", PASSWORD);
    body.put("db_type", "postgresql");
    return body;
  }
}
