package io.gazetteer.standalone.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Says what the two applications are told beyond where the servers are.
 *
 * @param apiManagementPort health and metrics of the API; none: a free port
 * @param workerManagementPort the same of the worker
 * @param loopback whether data sources may be at loopback addresses; the applications check it
 * @param allowedHosts more names and addresses that the applications may be asked by
 * @param passedOn the variables that mean something to the applications, without the
 *     administrator's password
 */
public record ApplicationSettings(
    Path keysetFile,
    OptionalInt apiManagementPort,
    OptionalInt workerManagementPort,
    String loopback,
    List<String> allowedHosts,
    Map<String, String> passedOn) {

  /** Whoever sets these asks for health and metrics by that name. */
  private static final List<String> ALSO_NAMES =
      List.of(
          "GAZETTEER_ALLOWED_HOSTS",
          "GAZETTEER_MANAGEMENT_BIND",
          "GAZETTEER_WORKER_MANAGEMENT_BIND");

  static ApplicationSettings read(Environment environment, DataFolder data) {
    return new ApplicationSettings(
        environment
            .text("GAZETTEER_KEYSET_FILE")
            .map(Path::of)
            .orElse(data.secrets().resolve("keyset.json"))
            .toAbsolutePath(),
        environment.port("GAZETTEER_MANAGEMENT_PORT"),
        environment.port("GAZETTEER_WORKER_MANAGEMENT_PORT"),
        environment.text("GAZETTEER_NETWORK_LOOPBACK", "true"),
        ALSO_NAMES.stream().flatMap(name -> environment.text(name).stream()).toList(),
        environment.ofApplications());
  }

  /** It holds keys and passwords. */
  @Override
  public String toString() {
    return "ApplicationSettings[keysetFile=" + keysetFile + "]";
  }
}
