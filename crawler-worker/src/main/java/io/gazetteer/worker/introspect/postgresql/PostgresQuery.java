package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.source.postgresql.PostgresSession;
import io.gazetteer.worker.introspect.SqlFile;
import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Names the queries, each in the {@code .sql} file of its name. They run as {@code COPY ... TO
 * STDOUT}: one statement and one round trip however many rows there are, and a third of the
 * driver's work of a result set. COPY takes no parameters, therefore {@link NumberList}s are
 * written into the text; nothing else ever is.
 */
enum PostgresQuery {
  LIST,
  RELATIONS,
  COLUMNS,
  TYPES,
  TEXTS,
  DEFAULTS,
  CONSTRAINTS,
  INDEXES,
  LOCKED;

  private final String sql = SqlFile.load("postgresql/" + name().toLowerCase(Locale.ROOT) + ".sql");

  void run(Connection connection, NumberLists parameters, Consumer<CopyRow> row)
      throws SQLException {
    var texts = PostgresSession.of(connection).texts();
    var copy = "copy (" + parameters.insertInto(sql) + ") to stdout" + texts.copyOptions();
    Statements.run(() -> copy(connection, copy, new CopyRow(texts), row));
  }

  private static void copy(
      Connection connection, String copy, CopyRow cursor, Consumer<CopyRow> row)
      throws SQLException {
    var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
    byte[] line = rows.readFromCopy();
    while (line != null) {
      row.accept(cursor.startingAt(line));
      line = rows.readFromCopy();
    }
  }
}
