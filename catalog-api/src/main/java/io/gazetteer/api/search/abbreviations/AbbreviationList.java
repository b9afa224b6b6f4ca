package io.gazetteer.api.search.abbreviations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list of abbreviations and its version.
 *
 * @param builtIn whether the list is the one that comes with the project
 * @param version a number that grows with every change
 */
public record AbbreviationList(List<Abbreviation> abbreviations, boolean builtIn, long version) {

  /** The entity tag of the list, which also differs between releases of the built-in one. */
  public String tag() {
    var checksum = new CRC32();
    var json = JsonMapper.shared().writeValueAsString(abbreviations);
    checksum.update(json.getBytes(StandardCharsets.UTF_8));
    return "\"%d-%08x\"".formatted(version, checksum.getValue());
  }
}
