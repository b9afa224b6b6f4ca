package io.gazetteer.api.sources.connectioncheck;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about its databases.
 *
 * @param ok whether the user could log in; the databases are known only then
 * @param serverVersion as the server says it; null when nobody could log in
 * @param complete whether these are all; a server may have very many
 * @param grants statements that let the user in; none when it is in
 */
public record ServerReport(
    boolean ok,
    ConnectionReport.@Nullable Problem problem,
    @Nullable String serverVersion,
    List<FoundDatabase> databases,
    boolean complete,
    List<String> grants) {

  public ServerReport {
    grants = List.copyOf(grants);
    databases = List.copyOf(databases);
  }

  /** Returns the same with what our registrations say of each database. */
  ServerReport with(UnaryOperator<FoundDatabase> known) {
    return new ServerReport(
        ok, problem, serverVersion, databases.stream().map(known).toList(), complete, grants);
  }

  /**
   * A database of the server, without those that the server has for itself.
   *
   * @param mayConnect whether the user may log in to it
   * @param id of the data source that it is registered as; null when it is not
   */
  public record FoundDatabase(String dbName, boolean mayConnect, @Nullable UUID id) {}
}
