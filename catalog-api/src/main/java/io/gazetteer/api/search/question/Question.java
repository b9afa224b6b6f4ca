package io.gazetteer.api.search.question;

import io.gazetteer.api.search.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that is searched as a question.
 *
 * @param conditions what tables must fulfil: qualifiers, exclusions, phrases
 */
public record Question(Sentence sentence, List<Query> conditions) {
  public Question {
    conditions = List.copyOf(conditions);
  }

  /** Its words in their order, without the conditions. */
  public String text() {
    return Stream.concat(sentence.words().stream(), sentence.quoted().stream())
        .collect(Collectors.joining(" "));
  }

  /** The words that it looks for, as typed, each once. */
  public List<String> content() {
    return sentence.content();
  }

  /** The words that it leaves out. */
  public List<String> ignored() {
    return sentence.ignored();
  }

  /** Whether it is asked in English, as most names are written. */
  public boolean isEnglish() {
    return sentence.language() == Language.ENGLISH;
  }

  /** Whether a word says how an answer is computed, and so counts less. */
  public boolean isWeak(String word) {
    return sentence.isWeak(word);
  }

  /** The stem of a word in the language of the question. */
  public String stem(String folded) {
    return sentence.language().stem(folded);
  }

  /** Whether the question names where to look, so that it matters less what stands around. */
  public boolean namesASchema() {
    return conditions.stream()
        .anyMatch(
            condition ->
                condition instanceof Query.Qualifier qualifier
                    && Set.of(Query.Field.SCHEMA, Query.Field.TABLE).contains(qualifier.field()));
  }

  /** The question as a query that is not too long to be searched as names. */
  public Query shortQuery() {
    var first = content().stream().limit(QuestionTerms.MOST_WORDS).toList();
    return query(first::contains);
  }

  /** The question as a query: the words that are kept, and the conditions. */
  public Query query(Predicate<String> kept) {
    var parts = new ArrayList<Query>();
    content().stream().filter(kept).forEach(word -> parts.add(new Query.Word(word)));
    parts.addAll(conditions);
    return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
  }
}
