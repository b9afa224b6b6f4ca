package io.gazetteer.servers.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes MariaDB's system tables as its {@code mariadb-install-db} does, by the same statements:
 * that script does not take a folder with a blank in its name. Left out are the texts of the
 * server's help.
 */
final class MariaDbSystemTables {
  static final String FILE = "system-tables.sql";

  private static final String BEFORE =
      """
      create database if not exists mysql;
      use mysql;
      set @auth_root_socket=null;
      """;

  /** The tables have no accounts but the administrator, whom the server makes at its start. */
  private static final String AFTER =
      """
      delete from mysql.global_priv where user in ('', 'root');
      delete from mysql.proxies_priv;
      """;

  private MariaDbSystemTables() {}

  static String statements(Path base) {
    var all = new StringBuilder(BEFORE);
    for (var part :
        List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql")) {
      all.append(read(base.resolve("share").resolve(part)));
    }
    return all.append(AFTER).toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the command that makes the tables; it runs in the folder of the file of statements. */
  static List<String> command(Path base) {
    return List.of(
        "sh",
        "-c",
        "exec \"$0\" \"$@\" < " + FILE,
        base.resolve("bin/mariadbd").toString(),
        "--no-defaults",
        "--bootstrap",
        "--basedir=" + base,
        "--log-warnings=0",
        MySqlPrograms.SMALL_LOG,
        "--enforce-storage-engine=",
        "--max-allowed-packet=8M",
        "--net-buffer-length=16K");
  }
}
