package io.gazetteer.api.search.paging;

/** A caller has made up a cursor. */
final class MadeUpException extends Exception {
  MadeUpException() {
    super(null, null, false, false);
  }

  static void unless(boolean isRight) throws MadeUpException {
    if (!isRight) {
      throw new MadeUpException();
    }
  }
}
