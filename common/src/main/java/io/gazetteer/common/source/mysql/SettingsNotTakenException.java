package io.gazetteer.common.source.mysql;

import java.sql.SQLException;

/** A server has a setting that shapes its answers, and refuses the value that a crawl needs. */
public final class SettingsNotTakenException extends SQLException {
  private static final long serialVersionUID = 1L;

  SettingsNotTakenException(SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
  }
}
