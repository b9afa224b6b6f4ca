package io.gazetteer.api.identity.keys;

import io.gazetteer.common.secrets.EncryptionKey;
import java.util.Locale;

/**
 * One encryption key as the API shows it, and never the key itself.
 *
 * @param state {@code old}, {@code primary}, {@code new} or {@code missing}
 * @param rows that only this key decrypts
 * @param canBeDropped whether nothing needs it any more
 */
public record KeyView(String id, String state, long rows, boolean canBeDropped) {
  static KeyView of(EncryptionKey key) {
    return new KeyView(
        key.id(),
        key.state().name().toLowerCase(Locale.ROOT),
        key.rows(),
        key.state() == EncryptionKey.State.OLD && key.rows() == 0);
  }
}
