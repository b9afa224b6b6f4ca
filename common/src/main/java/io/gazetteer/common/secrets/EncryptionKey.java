package io.gazetteer.common.secrets;

/**
 * Describes a key for administrators; nothing of it is secret.
 *
 * @param rows that only this key decrypts
 */
public record EncryptionKey(String id, State state, long rows) {
  public enum State {
    /** The key decrypts what it once encrypted; it can be dropped when no row needs it. */
    OLD,
    PRIMARY,
    /** The key was added so that all processes get it; it encrypts from the next rotation on. */
    NEW,
    /** Rows need the key, and the keyset does not have it. */
    MISSING
  }
}
