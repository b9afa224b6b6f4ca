package io.gazetteer.worker.index.documents;

/**
 * How much the foreign keys of others make of a table, in tiers: nobody ranks 31 above 30, and in a
 * schema that grows the numbers of its main tables change with every crawl.
 */
public enum Popularity {
  NONE(0),
  SOME(1),
  MANY(3),
  LARGE(10),
  HUGE(30);

  private final int from;

  Popularity(int from) {
    this.from = from;
  }

  public static Popularity of(int referencedBy) {
    var found = NONE;
    for (Popularity tier : values()) {
      if (referencedBy >= tier.from) {
        found = tier;
      }
    }
    return found;
  }
}
