package io.gazetteer.api.search.suggest;

import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A part of a name: from, and to (exclusive), in UTF-16 code units. */
record Span(int start, int end) {
  private static final Comparator<Span> LONGEST_FIRST =
      Comparator.comparingInt(Span::start)
          .thenComparing(Comparator.comparingInt(Span::end).reversed());

  static Span of(Word word) {
    return new Span(word.start(), word.end());
  }

  /** Spans in their order, without those that begin inside of another. */
  static List<Span> apart(Collection<Span> spans) {
    var apart = new ArrayList<Span>();
    spans.stream()
        .sorted(LONGEST_FIRST)
        .filter(span -> apart.isEmpty() || span.start() >= apart.getLast().end())
        .forEach(apart::add);
    return List.copyOf(apart);
  }
}
