package io.gazetteer.servers.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for; asked for again when that failed. */
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
