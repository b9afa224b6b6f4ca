package io.gazetteer.standalone.settings;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Says what the two applications are told beyond where the servers are.
 *
 * @param apiManagementPort health and metrics of the API; none: a free port
 * @param workerManagementPort the same of the worker
 * @param loopback whether data sources may be at loopback addresses; the applications check it
 */
public record ApplicationSettings(
    Path keysetFile,
    OptionalInt apiManagementPort,
    OptionalInt workerManagementPort,
    String loopback) {

  static ApplicationSettings read(Environment environment, DataFolder data) {
    return new ApplicationSettings(
        environment
            .text("GAZETTEER_KEYSET_FILE")
            .map(Path::of)
            .orElse(data.secrets().resolve("keyset.json"))
            .toAbsolutePath(),
        environment.port("GAZETTEER_MANAGEMENT_PORT"),
        environment.port("GAZETTEER_WORKER_MANAGEMENT_PORT"),
        environment.text("GAZETTEER_NETWORK_LOOPBACK", "true"));
  }
}
