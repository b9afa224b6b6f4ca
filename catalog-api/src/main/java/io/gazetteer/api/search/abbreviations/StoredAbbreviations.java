package io.gazetteer.api.search.abbreviations;

import io.gazetteer.api.identity.audit.Audit;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the list in the catalog store, which all API processes share. Thread safe. */
@Component
class StoredAbbreviations {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<Abbreviation>> LIST = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Audit audit;
  private final List<Abbreviation> builtIn = BuiltInAbbreviations.read();

  StoredAbbreviations(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  long version() {
    return jdbc.sql("select version from abbreviation_list").query(Long.class).single();
  }

  AbbreviationList read() {
    return jdbc.sql("select version, entries from abbreviation_list")
        .query((row, number) -> list(row.getString("entries"), row.getLong("version")))
        .single();
  }

  private AbbreviationList list(@Nullable String entries, long version) {
    return entries == null
        ? new AbbreviationList(builtIn, true, version)
        : new AbbreviationList(JSON.readValue(entries, LIST), false, version);
  }

  /**
   * Replaces the list; empty when its version is another one by now.
   *
   * @param list null for the one that comes with the project
   */
  @Transactional
  Optional<AbbreviationList> replace(@Nullable List<Abbreviation> list, long version) {
    var replaced =
        jdbc.sql(
                """
                update abbreviation_list
                set version = version + 1, entries = :entries, changed_at = now()
                where version = :version
                returning version, entries
                """)
            .param("entries", list == null ? null : JSON.writeValueAsString(list), Types.OTHER)
            .param("version", version)
            .query((row, number) -> list(row.getString("entries"), row.getLong("version")))
            .optional();
    replaced.ifPresent(
        fresh ->
            audit.record(
                list == null ? "abbreviations_reset" : "abbreviations_replaced",
                null,
                Map.of("version", fresh.version(), "entries", fresh.abbreviations().size())));
    return replaced;
  }
}
