package io.gazetteer.api.pages;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.MarkedText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Marks in two texts what they do not have in common.
 *
 * @param before null when there was none
 * @param after null when there is none
 */
public record DiffTexts(@Nullable MarkedText before, @Nullable MarkedText after) {
  /** Words, blanks and signs apart. */
  private static final String BETWEEN_WORDS = "(?<=\\W)|(?=\\W)";

  private static final int MOST_WORDS = 2_000;

  /** Compares two texts word by word; of one that is new or gone, nothing is marked. */
  public static DiffTexts of(@Nullable String before, @Nullable String after) {
    if (before == null || after == null) {
      return new DiffTexts(plain(before), plain(after));
    }
    var old = List.of(before.split(BETWEEN_WORDS, MOST_WORDS));
    var now = List.of(after.split(BETWEEN_WORDS, MOST_WORDS));
    var patch = DiffUtils.diff(old, now);
    return new DiffTexts(
        marked(old, patch, AbstractDelta::getSource), marked(now, patch, AbstractDelta::getTarget));
  }

  private static @Nullable MarkedText plain(@Nullable String text) {
    return text == null ? null : MarkedText.plain(text);
  }

  private static MarkedText marked(
      List<String> words,
      Patch<String> patch,
      Function<AbstractDelta<String>, Chunk<String>> side) {
    var pieces = new ArrayList<Piece>();
    int done = 0;
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      var chunk = side.apply(delta);
      add(pieces, words.subList(done, chunk.getPosition()), false);
      done = chunk.getPosition() + chunk.size();
      add(pieces, words.subList(chunk.getPosition(), done), true);
    }
    add(pieces, words.subList(done, words.size()), false);
    return new MarkedText(pieces);
  }

  private static void add(List<Piece> pieces, List<String> words, boolean marked) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(String.join("", words), marked));
    }
  }
}
