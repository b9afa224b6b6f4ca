package io.gazetteer.common.secrets;

import java.util.List;

/**
 * Names a column that holds ciphertexts, and the place each is bound to.
 *
 * @param id the column that names the row
 * @param place with {@code %s} for the row's id
 */
record SecretColumn(String table, String id, String place) {
  /** This column holds one known value, which tells whether a keyset is the right one. */
  static final SecretColumn CHECK = new SecretColumn("keyset_check", "name", "keyset_check/%s");

  /** Lists all such columns; secrets of a forgotten one are lost when an old key is dropped. */
  static final List<SecretColumn> ALL =
      List.of(
          new SecretColumn("data_source", "id", "data_source/%s/secret"),
          new SecretColumn("signing_key", "key_id", "signing_key/%s"),
          new SecretColumn("idempotent_request", "claim", "idempotent_request/%s/secret"),
          new SecretColumn("webhook", "id", "webhook/%s/secret"),
          CHECK);

  String placeOf(String rowId) {
    return place.formatted(rowId);
  }
}
