package io.gazetteer.api.sources;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.catalog.DataSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data sources that a caller means; null and none fit any.
 *
 * @param dbNames any of which the database must have, as {@link DatabaseNames} says
 */
@FromRequest
public record WantedDataSources(
    @Nullable UUID id, List<String> dbNames, @Nullable String hostname, @Nullable Integer port) {
  private static final String PORT = "port";
  private static final int MOST_PORT = 65_535;

  public WantedDataSources {
    dbNames = List.copyOf(dbNames);
  }

  /** Reads a request that may be about any data source, and may name several databases. */
  public static WantedDataSources of(Parameters parameters) {
    return read(parameters, parameters.all("db_name"));
  }

  /** Reads a request that must name one database. */
  public static WantedDataSources ofOneName(Parameters parameters) {
    return read(parameters, List.of(parameters.text("db_name")));
  }

  private static WantedDataSources read(Parameters parameters, List<String> dbNames) {
    return new WantedDataSources(
        parameters.uuid("id"),
        dbNames,
        parameters.find("hostname").map(host -> host.toLowerCase(Locale.ROOT)).orElse(null),
        port(parameters));
  }

  /** Whoever is not told a port must not find it out by trying them all. */
  private static @Nullable Integer port(Parameters parameters) {
    var port = parameters.integer(PORT, 1, MOST_PORT);
    if (port != null && !Callers.have(Role.EDITOR)) {
      parameters.refuse(PORT, "is for editors; name the database by its id");
    }
    return port;
  }

  /** Says whether the caller means all data sources. */
  public boolean isAny() {
    return id == null && dbNames.isEmpty() && hostname == null && port == null;
  }

  public boolean fits(DataSourceEntry source) {
    return fits(source.id(), source.dbName(), source.hostname(), source.port());
  }

  public boolean fits(DataSource source) {
    return fits(source.id(), source.dbName(), source.hostname(), source.port());
  }

  private boolean fits(UUID itsId, String dbName, String host, int itsPort) {
    return (id == null || id.equals(itsId))
        && DatabaseNames.areParameters(dbNames, dbName)
        && (hostname == null || hostname.equals(host))
        && (port == null || port == itsPort);
  }
}
