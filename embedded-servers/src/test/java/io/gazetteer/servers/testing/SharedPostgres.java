package io.gazetteer.servers.testing;

import java.sql.SQLException;

/** A program that uses a shared server and says the pid of its process. */
final class SharedPostgres {
  private SharedPostgres() {}

  public static void main(String[] arguments) throws SQLException, InterruptedException {
    System.out.println(serverPid());
    if (arguments[0].equals("wait")) {
      Thread.currentThread().join();
    }
  }

  private static long serverPid() throws SQLException {
    try (var connection = TestServers.postgres().connect("postgres");
        var row =
            connection
                .createStatement()
                .executeQuery("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
      row.next();
      return row.getLong(1);
    }
  }
}
