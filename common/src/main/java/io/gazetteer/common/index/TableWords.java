package io.gazetteer.common.index;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the words by which a table is found. A partition is found by the words that its parent's
 * name does not have: a search for the parent's words wants the parent, and not a thousand
 * partitions.
 *
 * @param name the words of the name; of a partition's those that its parent's lacks, maybe none
 * @param nameCount how many words the name has, a partition's parent's included
 * @param parent the words of the parent's name; null when it is no partition
 * @param columns the words of all columns' names
 */
public record TableWords(String name, int nameCount, @Nullable String parent, String columns) {

  /**
   * Returns the words of a relation.
   *
   * @param analysis gives the words of a name, separated by blanks
   */
  public static TableWords of(Relation relation, UnaryOperator<String> analysis) {
    var name = analysis.apply(relation.name());
    var partitionOf = relation.partitionOf();
    var parent =
        partitionOf == null ? null : analysis.apply(parentName(relation.schema(), partitionOf));
    return new TableWords(
        parent == null ? name : without(name, parent),
        count(name),
        parent,
        relation.columns().stream()
            .map(Column::name)
            .map(analysis)
            .collect(Collectors.joining(" ")));
  }

  /** Returns how many words a text has; blanks separate them. */
  public static int count(String words) {
    return words.isEmpty() ? 0 : 1 + (int) words.chars().filter(c -> c == ' ').count();
  }

  /**
   * Returns each word that names something here, the schema included, once. A partition has none:
   * its parent has the same, and its own name only adds numbers and dates.
   */
  public Set<String> vocabulary(String schema) {
    if (parent != null) {
      return Set.of();
    }
    var all = new LinkedHashSet<>(split(name));
    all.addAll(split(columns));
    all.addAll(split(schema));
    return all;
  }

  /**
   * Returns the parent's name without its schema. Schemas with a dot in their name are rare, and
   * cost a word too many when the parent's schema is not the partition's.
   */
  public static String parentName(String schema, String partitionOf) {
    var own = schema + ".";
    return partitionOf.startsWith(own)
        ? partitionOf.substring(own.length())
        : partitionOf.substring(partitionOf.indexOf('.') + 1);
  }

  private static String without(String words, String others) {
    var left = split(others);
    return split(words).stream()
        .filter(word -> !left.contains(word))
        .collect(Collectors.joining(" "));
  }

  private static List<String> split(String words) {
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
  }
}
