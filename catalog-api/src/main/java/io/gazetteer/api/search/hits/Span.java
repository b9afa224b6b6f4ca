package io.gazetteer.api.search.hits;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A part of a text that an answer highlights, in UTF-16 code units.
 *
 * @param end exclusive
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"start", "end"})
public record Span(int start, int end) {
  private static final Comparator<Span> LONGEST_FIRST =
      Comparator.comparingInt(Span::start)
          .thenComparing(Comparator.comparingInt(Span::end).reversed());

  public static Span of(Word word) {
    return new Span(word.start(), word.end());
  }

  /** Spans in their order, without those that begin inside of another. */
  public static List<Span> apart(Collection<Span> spans) {
    return inOrder(spans, (span, last) -> span.start() >= last.end());
  }

  /** Spans in their order, without those that lie inside of another. */
  static List<Span> outermost(Collection<Span> spans) {
    return inOrder(spans, (span, last) -> span.end() > last.end());
  }

  private static List<Span> inOrder(Collection<Span> spans, BiPredicate<Span, Span> follows) {
    var kept = new ArrayList<Span>();
    spans.stream()
        .sorted(LONGEST_FIRST)
        .filter(span -> kept.isEmpty() || follows.test(span, kept.getLast()))
        .forEach(kept::add);
    return List.copyOf(kept);
  }
}
