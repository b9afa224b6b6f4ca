package io.gazetteer.common.secrets;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the keyset is kept. */
sealed interface KeysetStore permits KeysetFile, KeysetVariable {
  /**
   * The keyset as it is now.
   *
   * @throws SecretVaultException says in one sentence why it cannot be used
   */
  Keyset read();

  /** Another one whenever the keyset may have changed; null when nobody can tell now. */
  @Nullable Object version();

  boolean exists();

  /** Makes the first keyset, unless there is one. */
  void create();

  /** Waits for another process to make the first one; returns when that takes longer. */
  void awaitExistence(Duration patience);

  /**
   * Puts another keyset in its place, at once and whole.
   *
   * @throws SecretVaultException when this is no place that can be written
   */
  void replace(Keyset keyset);
}
