package io.gazetteer.api.identity.access;

import java.util.Set;

/**
 * Says who may know what is wrong between here and a database. Anyone else could register hosts and
 * ports to map a network by the answers, so that all of these failures look the same to them.
 */
public final class NetworkDetail {
  /** Names the failure that all others look like. */
  public static final String CODE = "unreachable";

  public static final String MESSAGE = "No such database can be reached at this host and port";

  private static final Set<String> OF_THE_NETWORK =
      Set.of(
          "host_not_found",
          "connection_refused",
          "unreachable",
          "timeout",
          "wrong_database_type",
          "answer_too_large",
          "source_error",
          "source_busy");

  private NetworkDetail() {}

  public static boolean isFor(Caller caller) {
    return caller.role().includes(Role.ADMIN);
  }

  /** Says whether this failure to log in says something about the network. */
  public static boolean isTold(String code) {
    return OF_THE_NETWORK.contains(code);
  }
}
