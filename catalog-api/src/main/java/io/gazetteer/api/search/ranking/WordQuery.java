package io.gazetteer.api.search.ranking;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.common.index.Fields;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Where a word may be found, and how good that is: in the name best, around it less. */
final class WordQuery {
  /** The names of tables, for columns and for partitions. */
  private static final List<TableField> TABLE_FIELDS =
      List.of(
          new TableField(Fields.TABLE_WORDS, "table's name"),
          new TableField(Fields.PARENT_WORDS, "parent's name"));

  private static final String ABBREVIATED = ", abbreviated or in full";
  private static final String CORRECTED = ", corrected";

  private final QueryTerm term;
  private final Clauses clauses;

  private WordQuery(QueryTerm term, Naming naming) {
    this.term = term;
    this.clauses = new Clauses(naming, term.text());
  }

  private record TableField(String words, String called) {}

  static ObjectNode of(QueryTerm term, Naming naming) {
    var query = new WordQuery(term, naming);
    query.typed();
    query.abbreviated();
    query.begun();
    query.corrected();
    query.inside();
    return query.clauses.best();
  }

  private void typed() {
    add(Fields.NAME_WORDS, List.of(term.text()), Points.TYPED + Points.NAME, "is in the name");
    around();
    columns(List.of(term.text()), Points.TYPED + Points.COLUMNS, MatchKind.EXACT, "");
    if (!term.databases().isEmpty()) {
      add(
          Fields.DATA_SOURCE_ID,
          term.databases(),
          Points.TYPED + Points.DATABASE,
          "is in the database's name");
    }
  }

  /** There it makes no difference whether it is abbreviated. */
  private void around() {
    var words = new ArrayList<>(List.of(term.text()));
    words.addAll(term.words(MatchKind.ABBREVIATION));
    var how = words.size() > 1 ? ", as typed" + ABBREVIATED : "";
    for (TableField table : TABLE_FIELDS) {
      var where = "is in the " + table.called() + how;
      add(table.words(), words, Points.TYPED + Points.TABLE, where);
    }
    add(Fields.COMMENT_WORDS, words, Points.TYPED + Points.COMMENT, "is in the comment" + how);
    add(Fields.SCHEMA_WORDS, words, Points.TYPED + Points.SCHEMA, "is in the schema's name" + how);
  }

  private void abbreviated() {
    var words = term.words(MatchKind.ABBREVIATION);
    if (!words.isEmpty()) {
      add(
          Fields.NAME_WORDS,
          words,
          Points.TYPED + Points.NAME_ABBREVIATION,
          "is in the name" + ABBREVIATED);
      columns(words, Points.TYPED + Points.COLUMNS, MatchKind.ABBREVIATION, ABBREVIATED);
    }
    for (List<String> group : term.groups(MatchKind.ABBREVIATION)) {
      together(
          Fields.NAME_WORDS,
          group,
          Points.TYPED + Points.NAME_ABBREVIATION,
          "is in the name" + ABBREVIATED);
      for (TableField table : TABLE_FIELDS) {
        var where = "is in the " + table.called() + ABBREVIATED;
        together(table.words(), group, Points.TYPED + Points.TABLE, where);
      }
      together(
          Fields.COMMENT_WORDS,
          group,
          Points.TYPED + Points.COMMENT,
          "is in the comment" + ABBREVIATED);
    }
  }

  private void begun() {
    if (!term.prefix().isEmpty()) {
      clauses.add(
          Queries.prefix(Fields.NAME_WORDS, term.prefix()),
          Points.TYPED + Points.NAME_PREFIX,
          "begins a word of the name");
    }
    if (term.prefixesNames()) {
      clauses.add(
          Queries.prefix(Fields.NAME_FOLDED, term.prefix()),
          Points.TYPED + Points.NAME_PREFIX,
          "begins the name");
    }
    var words = term.words(MatchKind.PREFIX);
    if (!words.isEmpty()) {
      for (TableField table : TABLE_FIELDS) {
        var where = "begins a word of the " + table.called();
        add(table.words(), words, Points.TYPED + Points.TABLE_PREFIX, where);
      }
    }
  }

  private void corrected() {
    var inName = "is in the name" + CORRECTED;
    for (List<String> group : term.groups(MatchKind.TYPO)) {
      together(Fields.NAME_WORDS, group, Points.CORRECTED + Points.NAME_LIKELY, inName);
    }
    var words = term.words(MatchKind.TYPO);
    if (words.isEmpty()) {
      return;
    }
    add(
        Fields.NAME_WORDS,
        List.of(words.getFirst()),
        Points.CORRECTED + Points.NAME_LIKELIEST,
        inName);
    if (words.size() > 1) {
      add(
          Fields.NAME_WORDS,
          words.subList(1, words.size()),
          Points.CORRECTED + Points.NAME_LIKELY,
          inName);
    }
    for (TableField table : TABLE_FIELDS) {
      var where = "is in the " + table.called() + CORRECTED;
      add(table.words(), words, Points.CORRECTED + Points.TABLE_LIKELY, where);
    }
    double around = Points.CORRECTED + Points.AROUND_LIKELY;
    add(Fields.COMMENT_WORDS, words, around, "is in the comment" + CORRECTED);
    columns(words, around, MatchKind.TYPO, CORRECTED);
    add(Fields.SCHEMA_WORDS, words, around, "is in the schema's name" + CORRECTED);
  }

  private void inside() {
    var words = term.words(MatchKind.SUBSTRING);
    if (!words.isEmpty()) {
      add(
          Fields.NAME_WORDS,
          words,
          Points.INSIDE + Points.NAME_INSIDE,
          "is inside a word of the name");
      for (TableField table : TABLE_FIELDS) {
        var where = "is inside a word of the " + table.called();
        add(table.words(), words, Points.INSIDE + Points.TABLE_INSIDE, where);
      }
    }
  }

  private void add(String field, List<String> words, double points, String reason) {
    clauses.add(Queries.terms(field, words), points, reason);
  }

  private void columns(List<String> words, double points, MatchKind how, String also) {
    clauses.add(
        Queries.terms(Fields.COLUMN_WORDS, words),
        points,
        "is in a column's name" + also,
        new Claim(term.text(), Claim.COLUMNS, how));
  }

  private void together(String field, List<String> words, double points, String reason) {
    clauses.add(
        Queries.allOf(words.stream().map(word -> Queries.term(field, word)).toList()),
        points,
        reason);
  }
}
