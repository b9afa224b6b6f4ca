package io.gazetteer.api.search.query;

import io.gazetteer.api.search.query.Query.And;
import io.gazetteer.api.search.query.Query.Not;
import io.gazetteer.api.search.query.Query.Or;
import io.gazetteer.api.search.query.Query.Pattern;
import io.gazetteer.api.search.query.Query.Phrase;
import io.gazetteer.api.search.query.Query.Qualifier;
import io.gazetteer.api.search.query.Query.Word;
import java.util.List;
import java.util.stream.Collectors;

/** Writes queries as text. */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(Query query) {
    return switch (query) {
      // Bracketed, it is a word whatever follows.
      case Word word -> word.text().equals("NOT") ? "(NOT)" : word.text();
      case Phrase phrase -> '"' + phrase.text() + '"';
      case Pattern pattern -> pattern.text();
      case Not not -> '-' + single(not.query());
      case Or or -> joined(or.queries(), " OR ");
      case And and ->
          and.queries().stream()
              .map(part -> part instanceof Or ? single(part) : print(part))
              .collect(Collectors.joining(" "));
      case Qualifier qualifier ->
          qualifier.field().word()
              + ':'
              + qualifier.values().stream()
                  .map(QueryPrinter::value)
                  .collect(Collectors.joining(","));
    };
  }

  private static String single(Query query) {
    return query instanceof Or || query instanceof And ? '(' + closed(print(query)) : print(query);
  }

  /** Closes a bracket; a word such as {@code f(x} would take one that follows at once. */
  private static String closed(String inner) {
    return inner.indexOf('(') < 0 ? inner + ')' : inner + " )";
  }

  private static String joined(List<Query> queries, String separator) {
    return queries.stream().map(QueryPrinter::print).collect(Collectors.joining(separator));
  }

  /** Quotes a value if it must; a value with a quote in it cannot have been quoted. */
  private static String value(String value) {
    boolean quotes =
        value.startsWith(":")
            || value.startsWith("//")
            || value.chars().anyMatch(QueryPrinter::needsQuotes);
    return quotes && value.indexOf('"') < 0 ? '"' + value + '"' : value;
  }

  private static boolean needsQuotes(int character) {
    return character == ','
        || character == '('
        || character == ')'
        || QueryText.isBlank((char) character);
  }
}
