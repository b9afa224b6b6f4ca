package io.gazetteer.api.identity.auth.accesstokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVault;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the EC P-256 keys that sign access tokens. They are in PostgreSQL, encrypted, so that all
 * API processes use the same; the first process makes the first. A new one signs at once, the ones
 * before it verify until everything they signed has expired. Thread safe.
 */
public final class SigningKeys {
  /** A process signs with a key that another one has retired for so long at most. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  /** What a forged key id costs at most: one query in this time. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private static final Duration RETIREMENT = AccessTokens.LIFETIME.plusMinutes(5);

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private volatile Loaded loaded;

  private record Loaded(TokenKeys keys, long nanoTime) {
    boolean isOlderThan(Duration age) {
      return System.nanoTime() - nanoTime > age.toNanos();
    }
  }

  /**
   * Loads the keys, and makes the first one.
   *
   * @throws io.gazetteer.common.secrets.SecretVaultException when the keyset does not decrypt them
   */
  SigningKeys(JdbcClient jdbc, SecretVault vault, TransactionTemplate transaction, Audit audit) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.transaction = transaction;
    this.audit = audit;
    this.loaded = loadOrCreate();
  }

  /** Returns the ids of all keys that verify; the newest comes first, and signs. */
  public List<String> ids() {
    return current().keys().stream().map(ECKey::getKeyID).toList();
  }

  /** Returns all keys that verify; the newest comes first, and signs. */
  TokenKeys current() {
    if (loaded.isOlderThan(KEPT)) {
      loaded = load();
    }
    return loaded.keys();
  }

  /**
   * Reads the keys again, when one is asked for that is not among them: another process may have
   * made it.
   */
  TokenKeys lookAgain() {
    if (loaded.isOlderThan(BETWEEN_LOOKS)) {
      loaded = load();
    }
    return loaded.keys();
  }

  /** Returns the keys that this process has; costs nothing. */
  TokenKeys known() {
    return loaded.keys();
  }

  /** Makes a new key, which signs from now on; returns its id. */
  public String rotate() {
    var key = generate();
    transaction.executeWithoutResult(
        status -> {
          lockTable();
          jdbc.sql("update signing_key set retired_at = now() where retired_at is null").update();
          jdbc.sql("delete from signing_key where retired_at < now() - :time::interval")
              .param("time", RETIREMENT.toString())
              .update();
          insert(key);
          audit.record("signing_key_rotated", key.getKeyID(), Map.of());
        });
    loaded = load();
    return key.getKeyID();
  }

  private Loaded loadOrCreate() {
    var found =
        transaction.execute(
            status -> {
              // Processes that start at once take turns; the second finds the first one's key.
              lockTable();
              var keys = load();
              if (!keys.keys().isEmpty()) {
                return keys;
              }
              insert(generate());
              return load();
            });
    return found == null ? load() : found;
  }

  private void lockTable() {
    jdbc.sql("lock table signing_key in share row exclusive mode").update();
  }

  private Loaded load() {
    long start = System.nanoTime();
    var keys =
        jdbc.sql(
                """
                select key_id, secret from signing_key
                where retired_at is null or retired_at > now() - :time::interval
                order by retired_at is not null, created_at desc, key_id
                """)
            .param("time", RETIREMENT.toString())
            .query((row, number) -> decrypt(row.getString("key_id"), row.getBytes("secret")))
            .list();
    return new Loaded(new TokenKeys(keys), start);
  }

  private ECKey decrypt(String keyId, byte[] ciphertext) {
    try (var secret = vault.decrypt(ciphertext, place(keyId))) {
      return ECKey.parse(secret.reveal());
    } catch (ParseException e) {
      throw new IllegalStateException("The signing key " + keyId + " is none", e);
    }
  }

  private void insert(ECKey key) {
    try (var secret = Secret.of(key.toJSONString())) {
      jdbc.sql("insert into signing_key (key_id, secret) values (:id, :secret)")
          .param("id", key.getKeyID())
          .param("secret", vault.encrypt(secret, place(key.getKeyID())))
          .update();
    }
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform has EC P-256", e);
    }
  }

  private static String place(String keyId) {
    return "signing_key/" + keyId;
  }
}
