package io.gazetteer.api.search.abbreviations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.databind.json.JsonMapper;

/**
 * The abbreviations that hold, and which edition of them.
 *
 * @param builtIn whether they are those that come with the project
 * @param version grows with every change
 */
record AbbreviationList(List<Abbreviation> abbreviations, boolean builtIn, long version) {

  /** Differs when the list does, also between releases of the project. */
  String tag() {
    var checksum = new CRC32();
    var json = JsonMapper.shared().writeValueAsString(abbreviations);
    checksum.update(json.getBytes(StandardCharsets.UTF_8));
    return "\"%d-%08x\"".formatted(version, checksum.getValue());
  }
}
