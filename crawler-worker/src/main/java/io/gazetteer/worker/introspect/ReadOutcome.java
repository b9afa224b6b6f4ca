package io.gazetteer.worker.introspect;

import io.gazetteer.common.relation.Relation;

/** Says what came of reading one relation. */
public sealed interface ReadOutcome {

  /** Returns the relation as it was listed. */
  RelationRef ref();

  /**
   * The relation was read; after a rename {@code relation} carries the new name.
   *
   * @param referencedBy how many foreign keys of other relations point at it. A partition's key
   *     counts once, with its parent; of MySQL and MariaDB only keys inside the database count
   */
  record Found(RelationRef ref, Relation relation, int referencedBy) implements ReadOutcome {}

  /**
   * The relation could not be read, and may still exist.
   *
   * @param code one of the constants of {@link FailureCode}
   * @param message our own words, never the driver's
   */
  record Failed(RelationRef ref, String code, String message) implements ReadOutcome {}

  /** The source proved that the relation no longer exists: it was dropped since the listing. */
  record Gone(RelationRef ref) implements ReadOutcome {}
}
