package io.gazetteer.worker.testing.relay;

import java.io.DataInputStream;
import java.io.IOException;

/** Cuts what one client sends into requests; holds the state of its connection. */
public interface Framing {
  /**
   * The next whole request.
   *
   * @throws java.io.EOFException when the client has gone
   */
  Request next(DataInputStream client) throws IOException;
}
