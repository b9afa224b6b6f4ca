package io.gazetteer.common.index;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says what a table is about, for questions: the stems of its name, its schema, its columns and
 * their comments. A table's own name says most, so it counts several times.
 */
public final class TableStems {
  /**
   * How often the name counts, found on questions with known answers; from 3 to 6 it is the same.
   */
  private static final int NAME_COUNTS = 4;

  /** The first words of a comment say what it is about. */
  private static final int WORDS_OF_A_COMMENT = 40;

  private TableStems() {}

  /**
   * Returns the stems, separated by blanks; none for a partition, since its parent has the same.
   *
   * @param analysis gives the stems of a name, separated by blanks
   */
  public static String of(Relation relation, UnaryOperator<String> analysis) {
    if (relation.kind() == RelationKind.PARTITION) {
      return "";
    }
    var stems = new ArrayList<String>();
    var name = analysis.apply(relation.name());
    for (int i = 0; i < NAME_COUNTS; i++) {
      add(stems, name);
    }
    add(stems, analysis.apply(relation.schema()));
    add(stems, ofComment(relation.comment()));
    for (Column column : relation.columns()) {
      add(stems, analysis.apply(column.name()));
      add(stems, ofComment(column.comment()));
    }
    return String.join(" ", stems);
  }

  /** Returns the schema and the name of each other relation that this one has a foreign key to. */
  public static List<String> references(Relation relation) {
    return relation.foreignKeys().stream()
        .map(key -> qualified(key.referencedSchema(), key.referencedTable()))
        .filter(other -> !other.equals(qualified(relation.schema(), relation.name())))
        .distinct()
        .toList();
  }

  /** Returns how a relation is called in {@link Fields#REFERENCES}. */
  public static String qualified(String schema, String name) {
    return schema + '.' + name;
  }

  private static void add(List<String> stems, String more) {
    if (!more.isEmpty()) {
      stems.add(more);
    }
  }

  private static String ofComment(@Nullable String comment) {
    if (comment == null) {
      return "";
    }
    var words = IdentifierAnalyzer.standard().analyzeText(comment);
    var stems = new StringBuilder();
    for (var word : words.subList(0, Math.min(words.size(), WORDS_OF_A_COMMENT))) {
      stems.append(stems.isEmpty() ? "" : " ").append(Stems.of(word.text()));
    }
    return stems.toString();
  }
}
