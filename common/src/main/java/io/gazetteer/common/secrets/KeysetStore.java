package io.gazetteer.common.secrets;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is where the keyset is kept: a file or a setting. */
sealed interface KeysetStore permits KeysetFile, KeysetVariable {
  /**
   * Returns the keyset as it is now.
   *
   * @throws SecretVaultException says in one sentence why it cannot be used
   */
  Keyset read();

  /** Returns another object whenever the keyset may have changed; null when nobody can tell now. */
  @Nullable Object version();

  boolean exists();

  /** Makes the first keyset, unless there is one. */
  void create();

  /** Waits for another process to make the first keyset; returns when that takes longer. */
  void awaitExistence(Duration patience);

  /**
   * Replaces the whole keyset in one step.
   *
   * @throws SecretVaultException when this is no place that can be written
   */
  void replace(Keyset keyset);
}
