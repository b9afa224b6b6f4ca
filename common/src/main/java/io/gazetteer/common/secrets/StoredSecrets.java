package io.gazetteer.common.secrets;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes every ciphertext in the catalog store, whatever it is for. Thread safe. */
final class StoredSecrets {
  private static final Logger log = LoggerFactory.getLogger(StoredSecrets.class);
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;

  StoredSecrets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @SuppressWarnings("ArrayRecordComponent") // Rows are never compared.
  private record Row(String id, byte[] secret) {}

  /** Returns whether the catalog has a check value, which the first keyset makes. */
  boolean haveCheck() {
    return jdbc.sql("select exists (select from keyset_check)").query(Boolean.class).single();
  }

  /**
   * Compares the keyset with the catalog. Once there is a check value it alone counts, so that a
   * damaged row costs its own data source and no more.
   *
   * @throws SecretVaultException when it decrypts nothing here
   */
  void check(SecretVault vault) {
    var known = haveCheck() ? List.of(SecretColumn.CHECK) : SecretColumn.ALL;
    try {
      for (var column : known) {
        any(column).ifPresent(row -> decrypt(vault, column, row).close());
      }
    } catch (SecretVaultException e) {
      throw new SecretVaultException(
          "The keyset does not fit this catalog: its secrets were encrypted with another one. Set"
              + " GAZETTEER_KEYSET_FILE or GAZETTEER_KEYSET to the keyset that the catalog was made"
              + " or last rotated with",
          e);
    }
  }

  /** Stores the check value of a new catalog's keyset. */
  void remember(SecretVault vault) {
    try (var known = Secret.of("gazetteer")) {
      jdbc.sql("insert into keyset_check (secret) values (:secret) on conflict do nothing")
          .param("secret", vault.encrypt(known, "keyset_check/check"))
          .update();
    }
  }

  /** Counts the rows that each key has encrypted. */
  Map<KeyId, Long> rowsByKey() {
    var rows = new TreeMap<KeyId, Long>(Comparator.comparing(KeyId::toString));
    for (var column : SecretColumn.ALL) {
      jdbc.sql(
              """
              select substring(secret from 1 for 5) prefix, count(*) rows from %s
              where octet_length(secret) >= 5 group by prefix
              """
                  .formatted(column.table()))
          .query(
              row -> {
                rows.merge(KeyId.of(row.getBytes("prefix")), row.getLong("rows"), Long::sum);
              });
    }
    return rows;
  }

  /** Makes the catalog refuse what this key has encrypted. */
  void refuse(KeyId dropped) {
    jdbc.sql("insert into dropped_key (prefix) values (:prefix) on conflict do nothing")
        .param("prefix", dropped.prefix())
        .update();
  }

  /**
   * Encrypts with the primary key what another key has encrypted; returns how many rows. A row that
   * no key decrypts stays as it is.
   */
  long encryptAgain(KeyId primary, SecretVault vault) {
    return SecretColumn.ALL.stream()
        .mapToLong(column -> encryptAgain(column, primary, vault))
        .sum();
  }

  private long encryptAgain(SecretColumn column, KeyId primary, SecretVault vault) {
    long rows = 0;
    var page = page(column, primary, "");
    while (!page.isEmpty()) {
      rows += page.stream().filter(row -> encryptAgain(column, row, vault)).count();
      page = page(column, primary, page.getLast().id());
    }
    return rows;
  }

  /** Encrypts one row. A secret that someone changes in between stays as they wrote it. */
  private boolean encryptAgain(SecretColumn column, Row row, SecretVault vault) {
    try (var secret = decrypt(vault, column, row)) {
      return jdbc.sql(
                  "update %s set secret = :again where %s::text = :id and secret = :before"
                      .formatted(column.table(), column.id()))
              .param("again", vault.encrypt(secret, column.placeOf(row.id())))
              .param("id", row.id())
              .param("before", row.secret())
              .update()
          > 0;
    } catch (SecretVaultException e) {
      log.warn("{}; it has to be set again", e.getMessage());
      return false;
    }
  }

  /** Locks out all writers until the transaction ends. */
  void lock() {
    for (var column : SecretColumn.ALL) {
      jdbc.sql("lock table %s in share row exclusive mode".formatted(column.table())).update();
    }
  }

  private static Secret decrypt(SecretVault vault, SecretColumn column, Row row) {
    return vault.decrypt(row.secret(), column.placeOf(row.id()));
  }

  private Optional<Row> any(SecretColumn column) {
    return jdbc.sql(select(column) + " where secret is not null limit 1")
        .query((row, number) -> new Row(row.getString(1), row.getBytes(2)))
        .optional();
  }

  private List<Row> page(SecretColumn column, KeyId primary, String after) {
    return jdbc.sql(
            select(column)
                + """
                 where substring(secret from 1 for 5) <> :prefix and %1$s::text > :after
                 order by %1$s::text limit :most
                """
                    .formatted(column.id()))
        .param("prefix", primary.prefix())
        .param("after", after)
        .param("most", AT_ONCE)
        .query((row, number) -> new Row(row.getString(1), row.getBytes(2)))
        .list();
  }

  private static String select(SecretColumn column) {
    return "select %s::text, secret from %s".formatted(column.id(), column.table());
  }
}
