package io.gazetteer.standalone.checks;

import io.gazetteer.standalone.settings.CannotStartException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Checks that the API will be able to listen where it should. */
final class ListenCheck {
  private ListenCheck() {}

  /**
   * @throws CannotStartException when the port is taken or the address is not this machine's
   */
  static void check(InetSocketAddress listen) {
    if (listen.isUnresolved()) {
      throw notOurs(listen);
    }
    try (var socket = new ServerSocket()) {
      socket.bind(listen);
    } catch (BindException e) {
      throw explain(listen, e);
    } catch (IOException e) {
      throw new CannotStartException(
          "The API cannot listen on port " + listen.getPort() + ": " + e.getMessage() + ".", e);
    }
  }

  private static CannotStartException explain(InetSocketAddress listen, BindException e) {
    var reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (reason.contains("assign")) {
      return notOurs(listen);
    }
    if (reason.contains("denied")) {
      return new CannotStartException(
          "Port "
              + listen.getPort()
              + " needs more rights than this user has: set GAZETTEER_PORT to 1024 or more.");
    }
    return new CannotStartException(
        "Port "
            + listen.getPort()
            + " is busy: end the program that uses it, or set GAZETTEER_PORT to another port.");
  }

  private static CannotStartException notOurs(InetSocketAddress listen) {
    return new CannotStartException(
        "GAZETTEER_BIND is '"
            + listen.getHostString()
            + "', which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all.");
  }
}
