package io.gazetteer.api.schema.formats;

import io.gazetteer.api.schema.formats.DescribedTable.Reference;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes an entity relationship diagram of Mermaid. */
public final class Mermaid implements TableFormat {
  /** A diagram has no room for more. */
  private static final int LONGEST_COMMENT = 100;

  @Override
  public void begin(Appendable out) throws IOException {
    out.append("erDiagram\n");
  }

  @Override
  public void write(int round, DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException {
    out.append("  ").append(entity(table.name())).append(" {\n");
    var referring = table.referring();
    for (var column : table.columns()) {
      out.append("    ").append(attribute(column, table, referring)).append('\n');
    }
    out.append("  }\n");
    for (var reference : table.references()) {
      if (present.contains(reference.target())) {
        out.append("  ").append(relationship(table, reference)).append('\n');
      }
    }
  }

  private static String attribute(TableColumn column, DescribedTable table, Set<String> referring) {
    var name = word(column.name());
    var keys = new ArrayList<String>();
    if (column.isKey()) {
      keys.add("PK");
    }
    if (referring.contains(column.name())) {
      keys.add("FK");
    }
    if (keys.isEmpty() && table.uniqueKeys().contains(List.of(column.name()))) {
      keys.add("UK");
    }
    var remarks = new ArrayList<String>();
    if (!name.equals(column.name())) {
      remarks.add(column.name());
    }
    if (!column.comment().isEmpty()) {
      remarks.add(column.comment());
    }
    return word(column.type())
        + ' '
        + name
        + (keys.isEmpty() ? "" : ' ' + String.join(", ", keys))
        + (remarks.isEmpty() ? "" : " \"" + cut(String.join(": ", remarks)) + '"');
  }

  private static String relationship(DescribedTable table, Reference reference) {
    var nullable = new HashSet<String>();
    table.columns().stream()
        .filter(TableColumn::isNullable)
        .forEach(column -> nullable.add(column.name()));
    boolean optional = reference.columns().stream().anyMatch(nullable::contains);
    return entity(table.name())
        + (table.isUnique(reference.columns()) ? " |o" : " }o")
        + (reference.isInferred() ? ".." : "--")
        + (optional ? "o| " : "|| ")
        + entity(reference.target())
        + " : \""
        + cut(String.join(", ", reference.columns()))
        + '"';
  }

  /** Names a table: quoted, with the characters that quotes cannot hold as numbers. */
  private static String entity(TableName table) {
    return '"' + quotable(table.path()) + '"';
  }

  private static String quotable(String text) {
    var quotable = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if ("\"%\\#;<>&`".indexOf(point) >= 0
                  || !PlainText.oneLine(Character.toString(point))
                      .equals(Character.toString(point))) {
                quotable.append('#').append(point).append(';');
              } else {
                quotable.appendCodePoint(point);
              }
            });
    return quotable.toString();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_COMMENT) {
      return quotable(text);
    }
    return quotable(
            text.codePoints()
                .limit(LONGEST_COMMENT - 1L)
                .mapToObj(Character::toString)
                .collect(Collectors.joining()))
        + '…';
  }

  /** Types and attributes are single words of few characters. */
  private static String word(String text) {
    var word = text.replaceAll("[^A-Za-z0-9_()\\[\\]-]", "_");
    return word.matches("[A-Za-z_].*") ? word : "_" + word;
  }
}
