package io.gazetteer.servers.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a thing when it is first asked for; tries again at the next call when that failed. */
final class Shared<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  Shared(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}
