package io.gazetteer.standalone.settings;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Holds everything a user may set, read once from the environment.
 *
 * @param listen where the API listens; an unresolved name is refused by the check, not here
 * @param adminPassword the first administrator's password, when the user chose one
 */
public record Settings(
    InetSocketAddress listen,
    DataFolder data,
    Optional<String> adminPassword,
    ExternalServers external,
    ApplicationSettings applications) {

  /**
   * Reads and checks the settings.
   *
   * @param home the folder of the launcher script
   * @throws CannotStartException when a value makes no sense
   */
  public static Settings read(Map<String, String> variables, Path home) {
    var environment = new Environment(variables);
    var data =
        new DataFolder(
            Path.of(environment.text("GAZETTEER_DATA", home.resolve("data").toString()))
                .toAbsolutePath()
                .normalize());
    return new Settings(
        new InetSocketAddress(
            environment.text("GAZETTEER_BIND", "127.0.0.1"),
            environment.port("GAZETTEER_PORT").orElse(8080)),
        data,
        environment.text(Environment.ADMIN_PASSWORD),
        ExternalServers.read(environment),
        ApplicationSettings.read(environment, data));
  }

  /** Returns where a program on this machine reaches the API. */
  public String url() {
    return "http://" + host() + ":" + listen.getPort();
  }

  private String host() {
    var address = listen.getAddress();
    if (address != null && address.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    return address instanceof Inet6Address
        ? "[" + address.getHostAddress() + "]"
        : listen.getHostString();
  }

  @Override
  public String toString() {
    return "Settings[listen=" + listen + ", data=" + data + "]";
  }
}
