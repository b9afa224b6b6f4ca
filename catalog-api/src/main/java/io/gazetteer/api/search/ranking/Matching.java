package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.terms.Plan;
import io.gazetteer.api.search.terms.Term;
import io.gazetteer.common.index.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Filters for what must not be found: as it was typed, without any guess. */
final class Matching {
  private static final List<String> WORD_FIELDS =
      List.of(
          Fields.NAME_WORDS,
          Fields.TABLE_WORDS,
          Fields.PARENT_WORDS,
          Fields.SCHEMA_WORDS,
          Fields.COMMENT_WORDS);

  private Matching() {}

  static ObjectNode filter(Plan plan) {
    return switch (plan) {
      case Plan.Words words -> words(words);
      case Plan.Phrase phrase -> Queries.anyOf(phrase(phrase));
      case Plan.NamePattern pattern -> InName.whole(pattern.pattern());
      case Plan.Not not -> Queries.not(filter(not.plan()));
      case Plan.Any any -> Queries.anyOf(any.plans().stream().map(Matching::filter).toList());
      case Plan.All all -> Queries.allOf(all.plans().stream().map(Matching::filter).toList());
      case Plan.Property property -> Properties.filter(property, false);
      case Plan.InDatabases databases -> inDatabases(databases);
    };
  }

  static ObjectNode inDatabases(Plan.InDatabases databases) {
    return databases.dataSourceIds().isEmpty()
        ? Queries.none()
        : Queries.terms(Fields.DATA_SOURCE_ID, databases.dataSourceIds());
  }

  private static ObjectNode words(Plan.Words words) {
    return words.terms().isEmpty()
        ? Queries.term(Fields.NAME_FOLDED, words.text().toLowerCase(Locale.ROOT))
        : Queries.allOf(words.terms().stream().map(Matching::word).toList());
  }

  private static ObjectNode word(Term term) {
    var ways = new ArrayList<ObjectNode>();
    WORD_FIELDS.forEach(field -> ways.add(Queries.term(field, term.text())));
    if (!term.databases().isEmpty()) {
      ways.add(Queries.terms(Fields.DATA_SOURCE_ID, term.databases()));
    }
    return Queries.anyOf(ways);
  }

  private static List<ObjectNode> phrase(Plan.Phrase phrase) {
    return phrase.words().isEmpty()
        ? List.of(Queries.term(Fields.NAME_FOLDED, phrase.text().toLowerCase(Locale.ROOT)))
        : WORD_FIELDS.stream().map(field -> Queries.phrase(field, phrase.words())).toList();
  }
}
