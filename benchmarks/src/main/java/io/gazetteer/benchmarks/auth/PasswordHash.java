package io.gazetteer.benchmarks.auth;

import io.gazetteer.benchmarks.frame.Median;
import io.gazetteer.servers.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The floor of a login: the same hash, computed here. */
final class PasswordHash {
  private static final String ANY_PASSWORD = "another-password";

  private final String hash;

  private PasswordHash(String hash) {
    this.hash = hash;
  }

  /** Reads from the catalog what the password's hash is and costs. */
  static PasswordHash ofAdministrator(EmbeddedPostgres catalog, String database)
      throws SQLException {
    try (var connection = catalog.connect(database);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select password_hash from app_user where username = 'admin'")) {
      rows.next();
      return new PasswordHash(rows.getString(1));
    }
  }

  /** The median of so many computations; which password is looked at makes no difference. */
  double seconds(int times) {
    // The parameters that count are those in the hash.
    var encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    var seconds = new ArrayList<Double>();
    for (int time = 0; time < times; time++) {
      long begin = System.nanoTime();
      if (encoder.matches(ANY_PASSWORD, hash)) {
        throw new IllegalStateException("That is the password");
      }
      seconds.add((System.nanoTime() - begin) / 1e9);
    }
    return Median.of(seconds);
  }
}
