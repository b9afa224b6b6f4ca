package io.gazetteer.api.identity.access;

import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Pattern NUMBERS = Pattern.compile(" \\(SQLSTATE [^)]*\\)$");

  private NetworkDetail() {}

  public static boolean isFor(Caller caller) {
    return caller.role().includes(Role.ADMIN);
  }

  /**
   * Says whether the caller learns of a failure what it is, and nothing that only helps to mend it:
   * viewers can mend nothing.
   */
  public static boolean isCodeOnlyFor(Caller caller) {
    return !caller.role().includes(Role.EDITOR);
  }

  /** Returns the message without what the driver said: the SQLSTATE and the server's number. */
  public static String withoutNumbers(String message) {
    return NUMBERS.matcher(message).replaceFirst("");
  }

  /** Returns the codes of the failures that say something about the network. */
  public static Set<String> codes() {
    return OF_THE_NETWORK;
  }

  /** Says whether this failure to log in says something about the network. */
  public static boolean isTold(String code) {
    return OF_THE_NETWORK.contains(code);
  }
}
