package io.gazetteer.common.source;

import java.sql.SQLException;

/** Ends what a connection is running on the server, over another connection. */
interface ServerCancel {
  void cancel() throws SQLException;
}
