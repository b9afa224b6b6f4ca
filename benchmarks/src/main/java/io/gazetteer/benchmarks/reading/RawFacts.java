package io.gazetteer.benchmarks.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The floor of reading PostgreSQL: the catalog's own rows of everything that users made, streamed
 * and thrown away. No join, no order, nothing is put together.
 */
final class RawFacts {
  private static final List<String> PLAIN =
      List.of(
          "select oid, nspname from pg_namespace",
          """
          select oid, relname, relnamespace, relkind, relispartition, reltuples, relpages, relam
          from pg_class where oid >= 16384
          """,
          """
          select attrelid, attnum, atttypid, atttypmod, attnotnull, attidentity, attgenerated, attname
          from pg_attribute where attrelid >= 16384 and attnum > 0 and not attisdropped
          """,
          """
          select indrelid, indexrelid, indisunique, indisprimary, indnkeyatts, indkey
          from pg_index where indrelid >= 16384
          """,
          "select objoid, objsubid, description from pg_description where objoid >= 16384");

  /** Expressions as the server spells them out, one by one. */
  private static final List<String> DEPARSED =
      List.of(
          "select adrelid, adnum, pg_get_expr(adbin, adrelid) from pg_attrdef",
          """
          select conrelid, conname, contype, pg_get_constraintdef(oid)
          from pg_constraint where conrelid >= 16384 and contype in ('p', 'u', 'f', 'c')
          """);

  /** Expressions as the server stores them, which nobody can read. */
  private static final List<String> STORED =
      List.of(
          "select adrelid, adnum, adbin from pg_attrdef",
          """
          select conrelid, oid, conname, contype, conkey, confrelid, confkey, confdeltype,
            confupdtype, conbin
          from pg_constraint where conrelid >= 16384 and contype in ('p', 'u', 'f', 'c')
          """);

  private final Connection connection;

  RawFacts(Connection connection) {
    this.connection = connection;
  }

  void readDeparsed() throws SQLException {
    discard(PLAIN);
    discard(DEPARSED);
  }

  void readStored() throws SQLException {
    discard(PLAIN);
    discard(STORED);
  }

  private void discard(List<String> queries) throws SQLException {
    for (var query : queries) {
      var copy = "copy (" + query + ") to stdout";
      var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
      byte[] row = rows.readFromCopy();
      while (row != null) {
        row = rows.readFromCopy();
      }
    }
  }
}
