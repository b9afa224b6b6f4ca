package io.gazetteer.api.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVault;
import io.gazetteer.common.secrets.SecretVaultException;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The EC P-256 keys that sign access tokens. They are in PostgreSQL, encrypted, so that all API
 * processes use the same; the first process makes the first.
 */
final class SigningKeys {
  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final TransactionTemplate transaction;

  SigningKeys(JdbcClient jdbc, SecretVault vault, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.transaction = transaction;
  }

  /**
   * All keys, the newest first: that one signs, each of them verifies.
   *
   * @throws UnusableKeysetException when the keyset does not decrypt them
   */
  TokenKeys loadOrCreate() {
    return transaction.execute(
        status -> {
          // Processes that start at once take turns here; the second finds the first one's key.
          jdbc.sql("lock table signing_key in share row exclusive mode").update();
          var keys = load();
          if (!keys.isEmpty()) {
            return new TokenKeys(keys);
          }
          insert(generate());
          return new TokenKeys(load());
        });
  }

  private List<ECKey> load() {
    return jdbc.sql("select key_id, secret from signing_key order by created_at desc, key_id")
        .query((row, number) -> decrypt(row.getString("key_id"), row.getBytes("secret")))
        .list();
  }

  private ECKey decrypt(String keyId, byte[] ciphertext) {
    try (var secret = vault.decrypt(ciphertext, place(keyId))) {
      return ECKey.parse(secret.reveal());
    } catch (SecretVaultException e) {
      throw new UnusableKeysetException(e);
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
