package io.gazetteer.common.catalog;

import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVault;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the passwords of data sources, encrypted and bound to their row. Thread safe. */
public final class DataSourceSecrets {
  private final JdbcClient jdbc;
  private final SecretVault vault;

  public DataSourceSecrets(JdbcClient jdbc, SecretVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** Encrypts a password for the {@code secret} column of this data source. */
  public byte[] encrypt(UUID dataSourceId, Secret password) {
    return vault.encrypt(password, place(dataSourceId));
  }

  /** Returns the password in clear; empty when the data source is deleted. The caller closes it. */
  public Optional<Secret> find(UUID dataSourceId) {
    return jdbc.sql("select secret from data_source where id = :id and deleted_at is null")
        .param("id", dataSourceId)
        .query(byte[].class)
        .optional()
        .map(ciphertext -> vault.decrypt(ciphertext, place(dataSourceId)));
  }

  private static String place(UUID dataSourceId) {
    return "data_source/" + dataSourceId + "/secret";
  }
}
