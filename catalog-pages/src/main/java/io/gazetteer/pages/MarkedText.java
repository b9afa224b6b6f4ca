package io.gazetteer.pages;

import java.util.ArrayList;
import java.util.List;

/** A text in which some parts are marked, because they match. */
public record MarkedText(List<Piece> pieces) {
  public MarkedText {
    pieces = List.copyOf(pieces);
  }

  /** A part of the text. */
  public record Piece(String text, boolean marked) {}

  /** A part that is to be marked, in UTF-16 code units. */
  public record Range(int start, int end) {}

  public static MarkedText plain(String text) {
    return new MarkedText(List.of(new Piece(text, false)));
  }

  /** Marks ranges, which are in order and apart; those outside of the text mark nothing. */
  public static MarkedText of(String text, List<Range> ranges) {
    var pieces = new ArrayList<Piece>();
    int done = 0;
    for (Range range : ranges) {
      if (range.start() < done || range.end() > text.length() || range.end() <= range.start()) {
        continue;
      }
      add(pieces, text.substring(done, range.start()), false);
      add(pieces, text.substring(range.start(), range.end()), true);
      done = range.end();
    }
    add(pieces, text.substring(done), false);
    return new MarkedText(pieces);
  }

  private static void add(List<Piece> pieces, String text, boolean marked) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, marked));
    }
  }

  /** Returns the text without marks. */
  public String text() {
    return String.join("", pieces.stream().map(Piece::text).toList());
  }
}
