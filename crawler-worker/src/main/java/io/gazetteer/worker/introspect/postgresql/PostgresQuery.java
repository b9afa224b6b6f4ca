package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.source.postgresql.PostgresSession;
import io.gazetteer.worker.introspect.SqlFile;
import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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

  private static final Pattern SINCE = Pattern.compile(":since\\((\\d+), ([\\w.]+), (\\w+)\\)");

  private final String sql = SqlFile.load("postgresql/" + name().toLowerCase(Locale.ROOT) + ".sql");

  void run(Connection connection, NumberLists parameters, Consumer<CopyRow> row)
      throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    var texts = PostgresSession.of(connection).texts();
    var copy =
        "copy (" + parameters.insertInto(forVersion(version)) + ") to stdout" + texts.copyOptions();
    Statements.run(() -> copy(connection, copy, new CopyRow(texts), row));
  }

  /** Takes what an older server does not know out of {@code :since(18, what, what instead)}. */
  private String forVersion(int version) {
    return SINCE
        .matcher(sql)
        .replaceAll(since -> since.group(Integer.parseInt(since.group(1)) <= version ? 2 : 3));
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
