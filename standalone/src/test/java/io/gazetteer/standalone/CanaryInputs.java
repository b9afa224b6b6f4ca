package io.gazetteer.standalone;

import io.gazetteer.standalone.support.TargetDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls in which a canary is sent where a password does not belong, or half a password. */
final class CanaryInputs {
  /** Where bodies are sent to; {@code ID} is a data source. */
  static final List<String> WRITES =
      List.of(
          "POST /api/db-credentials",
          "POST /api/db-credentials/test",
          "PATCH /api/db-credentials/ID",
          "POST /api/db-credentials/ID/test",
          "POST /api/auth/refresh",
          "POST /api/auth/logout",
          "POST /api/auth/password",
          "POST /api/users",
          "PATCH /api/users/ID",
          "POST /api/tokens",
          "PUT /api/abbreviations",
          "POST /api/dead-letters/replay");

  /** Where the canary stands in the address; {@code %s} is its place. */
  static final List<String> READS =
      List.of(
          "/api/db-schema/?db_name=%s",
          "/api/db-schema/?db_name=x&schema=%s",
          "/api/search-table/?db_name=%s&table_name=small",
          "/api/search-table/?db_name=x&table_name=%s",
          "/api/search/?q=x&db_name=%s",
          "/api/search/?q=x&limit=%s",
          "/api/search/?q=x&cursor=%s",
          "/api/search/?q=x&type_family=%s",
          "/api/search/?q=x&password=%s",
          "/api/search/?q=((%s",
          "/api/suggest?q=x&kind=%s",
          "/api/db-credentials/?cursor=%s",
          "/api/db-credentials/%s",
          "/api/db-credentials/%s/crawls",
          "/api/crawls/%s",
          "/api/users/%s",
          "/api/audit?limit=%s",
          "/api/dead-letters?topic=%s",
          "/api/encryption-keys?password=%s",
          "/api/%s",
          "/%s");

  private CanaryInputs() {}

  /** Bodies that no call can read, each with the canary. */
  static List<String> brokenBodies(String canary) {
    return List.of(
        "{\"password\": \"" + canary,
        "{\"password\": " + canary + "}",
        "{\"password\": \"" + canary + "\", \"password\": \"" + canary + "\"}",
        "{\"password\": {\"value\": \"" + canary + "\"}}",
        "{\"password\": [\"" + canary + "\"]}",
        "{\"password\": \"" + canary + "\\u0000\"}",
        "{\"passwort\": \"" + canary + "\"}",
        "{\"password\": \"" + canary + "\"} " + canary,
        "[\"" + canary + "\"]",
        "\"" + canary + "\"",
        canary,
        "{\"password\": \"" + canary + "x".repeat(70_000) + "\"}");
  }

  /** Bodies without a password, since it stands in another field. */
  static List<Map<String, Object>> inOtherFields(TargetDatabase database, String canary) {
    var bodies = new ArrayList<Map<String, Object>>();
    for (var field :
        List.of(
            "hostname",
            "port",
            "db_name",
            "username",
            "db_type",
            "tls_mode",
            "ca_certificate",
            "schedule",
            "time_zone",
            "filters",
            "max_connections")) {
      var body = new HashMap<>(database.body());
      body.remove("password");
      body.put(field, canary);
      bodies.add(body);
    }
    return bodies;
  }
}
