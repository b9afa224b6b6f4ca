package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Passes settings to each application by environment variables: a command line is public. */
final class ApplicationEnvironments {
  private final Settings settings;
  private final ServerAddresses servers;
  private final Ports ports;

  ApplicationEnvironments(Settings settings, ServerAddresses servers, Ports ports) {
    this.settings = settings;
    this.servers = servers;
    this.ports = ports;
  }

  /**
   * Returns the variables of the API.
   *
   * @param adminPassword a file with the first administrator's password, if there is one to be made
   */
  Map<String, String> ofApi(Optional<Path> adminPassword) {
    var environment = common();
    adminPassword.ifPresent(
        file -> environment.put("GAZETTEER_ADMIN_PASSWORD_FILE", file.toString()));
    environment.put("GAZETTEER_BIND", settings.listen().getHostString());
    environment.put("GAZETTEER_PORT", Integer.toString(settings.listen().getPort()));
    var port = settings.applications().apiManagementPort().orElseGet(ports::next);
    environment.put("GAZETTEER_MANAGEMENT_PORT", Integer.toString(port));
    environment.put("GAZETTEER_HEALTH_NEEDS_WORKER", "true");
    return environment;
  }

  Map<String, String> ofWorker() {
    var environment = common();
    var port = settings.applications().workerManagementPort().orElseGet(ports::next);
    environment.put("GAZETTEER_WORKER_MANAGEMENT_PORT", Integer.toString(port));
    return environment;
  }

  private Map<String, String> common() {
    var environment = new HashMap<>(settings.applications().passedOn());
    environment.putAll(servers.environment());
    environment.put("GAZETTEER_ALLOWED_HOSTS", allowedHosts());
    environment.put("GAZETTEER_KEYSET_FILE", settings.applications().keysetFile().toString());
    // The samples are on this machine, and so is, as a rule, what someone tries first.
    environment.put("GAZETTEER_NETWORK_LOOPBACK", settings.applications().loopback());
    return environment;
  }

  private String allowedHosts() {
    var names = new TreeSet<>(OwnNames.of(settings.listen()));
    names.addAll(settings.applications().allowedHosts());
    return String.join(",", names);
  }
}
