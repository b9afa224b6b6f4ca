package io.gazetteer.common.secrets;

/**
 * A key as it is to be shown; nothing of it is secret.
 *
 * @param rows that only this key decrypts
 */
public record EncryptionKey(String id, State state, long rows) {
  /** What it does. */
  public enum State {
    /** Decrypts what it once encrypted; can be dropped when no row needs it. */
    OLD,
    /** Encrypts. */
    PRIMARY,
    /** Was added to be distributed; encrypts from the next rotation on. */
    NEW,
    /** Rows need it and the keyset does not have it. */
    MISSING
  }
}
