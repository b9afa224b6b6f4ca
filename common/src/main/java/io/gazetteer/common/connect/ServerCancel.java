package io.gazetteer.common.connect;

import java.sql.SQLException;

/** Ends what a connection is running on the server, over another connection. */
interface ServerCancel {
  void cancel() throws SQLException;
}
