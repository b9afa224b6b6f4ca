package io.gazetteer.worker.introspect;

import java.util.List;

/**
 * Holds all relations of a source.
 *
 * @param nothingVisible true when the user may look at nothing at all: relations there may be, but
 *     what the source shows of them is no ground to index or to remove anything
 */
public record Listing(List<RelationRef> relations, boolean nothingVisible) {
  public Listing {
    relations = List.copyOf(relations);
  }
}
