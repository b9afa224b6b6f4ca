package io.gazetteer.common.index;

import java.time.Instant;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Describes an index that exists, whether its alias points at it or not.
 *
 * @param uuid another one for each index that is made, also under the same name
 * @param definitionVersion the version of the definition it was made from; 0 when it says none
 * @param inUse whether the alias stands for it
 */
public record SearchIndex(
    IndexAlias alias,
    String name,
    String uuid,
    int definitionVersion,
    Instant createdAt,
    boolean inUse,
    State state) {

  /** Says what can be done with an index, from everything to nothing. */
  public enum State {
    OPEN,
    /** It can be searched, and not be written: by an administrator, or since the disk is full. */
    READ_ONLY,
    /** An administrator has forbidden to search it. */
    BLOCKED,
    CLOSED;

    static State of(JsonNode settings) {
      var blocks = settings.at("/index/blocks");
      if (settings.at("/index/verified_before_close").asBoolean(false)) {
        return CLOSED;
      }
      if (blocks.path("read").asBoolean(false)) {
        return BLOCKED;
      }
      return Stream.of("read_only", "read_only_allow_delete", "write")
              .anyMatch(block -> blocks.path(block).asBoolean(false))
          ? READ_ONLY
          : OPEN;
    }
  }
}
