package io.gazetteer.api.search.rank;

import io.gazetteer.api.search.plan.How;
import io.gazetteer.api.search.plan.Term;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Where a word may be found, and how good that is: in the name best, around it less. */
final class WordQuery {
  /** The names of tables, for columns and for partitions. */
  private static final List<String> TABLE_FIELDS = List.of("table_words", "parent_words");

  private final Term term;
  private final Clauses clauses;

  private WordQuery(Term term, Naming naming) {
    this.term = term;
    this.clauses = new Clauses(naming, "word " + term.text(), term.text());
  }

  static ObjectNode of(Term term, Naming naming) {
    var query = new WordQuery(term, naming);
    query.typed();
    query.abbreviated();
    query.begun();
    query.corrected();
    query.inside();
    return query.clauses.best();
  }

  private void typed() {
    var spellings = new ArrayList<>(List.of(term.text()));
    spellings.addAll(term.words(How.ABBREVIATION));
    add("name_words", List.of(term.text()), Points.TYPED + Points.NAME, "is in the name");
    around(spellings, Points.TYPED, "");
    if (!term.databases().isEmpty()) {
      add(
          "data_source_id",
          term.databases(),
          Points.TYPED + Points.DATABASE,
          "is in the database's name");
    }
  }

  private void around(List<String> words, double base, String how) {
    for (String field : TABLE_FIELDS) {
      add(field, words, base + Points.TABLE, "is in the table's name" + how);
    }
    add("comment_words", words, base + Points.COMMENT, "is in the comment" + how);
    clauses.addColumns(
        Json.terms("column_words", words), base + Points.COLUMNS, "is in a column's name" + how);
    add("schema_words", words, base + Points.SCHEMA, "is in the schema's name" + how);
  }

  private void abbreviated() {
    var words = term.words(How.ABBREVIATION);
    if (!words.isEmpty()) {
      add(
          "name_words",
          words,
          Points.TYPED + Points.NAME_ABBREVIATION,
          "is in the name, abbreviated or in full");
    }
    for (List<String> group : term.groups(How.ABBREVIATION)) {
      var how = ", abbreviated or in full";
      together(
          "name_words", group, Points.TYPED + Points.NAME_ABBREVIATION, "is in the name" + how);
      for (String field : TABLE_FIELDS) {
        together(field, group, Points.TYPED + Points.TABLE, "is in the table's name" + how);
      }
      together("comment_words", group, Points.TYPED + Points.COMMENT, "is in the comment" + how);
    }
  }

  private void begun() {
    if (!term.beginning().isEmpty()) {
      clauses.add(
          Json.prefix("name_words", term.beginning()),
          Points.TYPED + Points.NAME_PREFIX,
          "begins a word of the name");
    }
    if (term.beginsNames()) {
      clauses.add(
          Json.prefix("name_folded", term.beginning()),
          Points.TYPED + Points.NAME_PREFIX,
          "begins the name");
    }
    var words = term.words(How.PREFIX);
    if (!words.isEmpty()) {
      var how = "begins a word of the ";
      for (String field : TABLE_FIELDS) {
        add(field, words, Points.TYPED + Points.TABLE_PREFIX, how + "table's name");
      }
    }
  }

  private void corrected() {
    var how = ", corrected";
    for (List<String> group : term.groups(How.TYPO)) {
      together("name_words", group, Points.CORRECTED + Points.NAME_LIKELY, "is in the name" + how);
    }
    var words = term.words(How.TYPO);
    if (words.isEmpty()) {
      return;
    }
    add(
        "name_words",
        List.of(words.getFirst()),
        Points.CORRECTED + Points.NAME_LIKELIEST,
        "is in the name" + how);
    if (words.size() > 1) {
      add(
          "name_words",
          words.subList(1, words.size()),
          Points.CORRECTED + Points.NAME_LIKELY,
          "is in the name" + how);
    }
    for (String field : TABLE_FIELDS) {
      add(field, words, Points.CORRECTED + Points.TABLE_LIKELY, "is in the table's name" + how);
    }
    add("comment_words", words, Points.CORRECTED + Points.AROUND_LIKELY, "is in the comment" + how);
    clauses.addColumns(
        Json.terms("column_words", words),
        Points.CORRECTED + Points.AROUND_LIKELY,
        "is in a column's name" + how);
    add(
        "schema_words",
        words,
        Points.CORRECTED + Points.AROUND_LIKELY,
        "is in the schema's name" + how);
  }

  private void inside() {
    var words = term.words(How.SUBSTRING);
    if (!words.isEmpty()) {
      add("name_words", words, Points.INSIDE + Points.NAME_INSIDE, "is inside a word of the name");
      for (String field : TABLE_FIELDS) {
        add(
            field,
            words,
            Points.INSIDE + Points.TABLE_INSIDE,
            "is inside a word of the table's name");
      }
    }
  }

  private void add(String field, List<String> words, double points, String reason) {
    clauses.add(Json.terms(field, words), points, reason);
  }

  private void together(String field, List<String> words, double points, String reason) {
    clauses.add(
        Json.allOf(words.stream().map(word -> Json.term(field, word)).toList()), points, reason);
  }
}
