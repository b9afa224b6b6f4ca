package io.gazetteer.common.source.mysql;

import com.mysql.cj.ServerVersion;
import io.gazetteer.common.source.SourceTimeouts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The session variables of MySQL and MariaDB that shape what a crawl reads, with the values it
 * needs, as SQL text. A variable whose {@code default} would be the server's own setting is never
 * set to that.
 */
final class MySqlSettings {
  private static final String NO_LIMIT = "18446744073709551615";

  private MySqlSettings() {}

  static Map<String, String> ofMariaDb(SourceTimeouts timeouts) {
    var settings = shared(timeouts);
    settings.put(
        "max_statement_time",
        Double.toString(SourceTimeouts.millis(timeouts.statement()) / 1000.0));
    // A longer list of names becomes a subquery, for which the server opens every table.
    settings.put("in_predicate_conversion_threshold", "1000");
    settings.put("max_session_mem_used", "9223372036854775807");
    return settings;
  }

  static Map<String, String> ofMySql(SourceTimeouts timeouts, ServerVersion version) {
    var settings = shared(timeouts);
    settings.put(
        "max_execution_time", Integer.toString(SourceTimeouts.millis(timeouts.statement())));
    if (version.meetsMinimum(new ServerVersion(8, 0, 0))) {
      // Estimates of rows as they are now, and not as some client's question left them a day ago.
      settings.put("information_schema_stats_expiry", "0");
    }
    if (version.meetsMinimum(new ServerVersion(8, 0, 30))) {
      settings.put("show_gipk_in_create_table_and_information_schema", "1");
    }
    if (!version.meetsMinimum(new ServerVersion(8, 4, 0))) {
      // A comment behind old types, such as "datetime /* 5.5 binary format */".
      settings.put("show_old_temporals", "0");
    }
    return settings;
  }

  private static Map<String, String> shared(SourceTimeouts timeouts) {
    var settings = new LinkedHashMap<String, String>();
    // Quotes, backslashes and spellings of types are those of the usual modes.
    settings.put("sql_mode", "''");
    settings.put("sql_quote_show_create", "1");
    settings.put("time_zone", "'+00:00'");
    settings.put("lc_messages", "'en_US'");
    settings.put("character_set_client", "utf8mb4");
    settings.put("character_set_connection", "utf8mb4");
    // All rows, of joins of any size, with whole texts. Setting the first of the two joins' limits
    // takes back the second.
    settings.put("sql_select_limit", NO_LIMIT);
    settings.put("max_join_size", NO_LIMIT);
    settings.put("sql_big_selects", "1");
    settings.put("group_concat_max_len", "1048576");
    settings.put("max_sort_length", "1024");
    settings.put("lock_wait_timeout", Integer.toString(SourceTimeouts.seconds(timeouts.lock())));
    // A session waits while the index is written, however long that takes.
    settings.put("wait_timeout", "28800");
    settings.put("net_read_timeout", "60");
    settings.put("net_write_timeout", "60");
    return settings;
  }
}
