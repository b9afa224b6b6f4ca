package io.gazetteer.common.secrets;

import java.time.Duration;

/** Reads a keyset from a setting, for where files are hard to share. It cannot be written. */
final class KeysetVariable implements KeysetStore {
  private final String json;
  private final KeysetJson format;

  KeysetVariable(String json, KeysetJson format) {
    this.json = json;
    this.format = format;
  }

  @Override
  public Keyset read() {
    return format.read(json, "The variable GAZETTEER_KEYSET");
  }

  @Override
  public Object version() {
    return json;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public void create() {
    // It is there.
  }

  @Override
  public void awaitExistence(Duration patience) {
    // It is there.
  }

  @Override
  public void replace(Keyset keyset) {
    throw new SecretVaultException(
        "The keyset comes from the variable GAZETTEER_KEYSET, which no command can change. Write its"
            + " value to a file that only you can read, unset the variable, name the file in"
            + " GAZETTEER_KEYSET_FILE, and run rotate-key --add; give the file's new content to every"
            + " process as GAZETTEER_KEYSET and restart them; then do the same with rotate-key, and"
            + " at last with rotate-key --drop-old");
  }
}
