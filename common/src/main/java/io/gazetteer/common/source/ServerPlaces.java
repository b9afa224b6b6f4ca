package io.gazetteer.common.source;

import org.jspecify.annotations.Nullable;

/**
 * Gives places for connections to servers, so that all data sources and processes together hold no
 * more of them than a server should bear. Thread safe.
 */
public interface ServerPlaces {

  /** Gives as many places as are asked for, for programs that open one connection at a time. */
  ServerPlaces UNLIMITED = new UnlimitedPlaces();

  /**
   * Takes a place.
   *
   * @param server an address with its port
   * @param most what the owner of the data source allows; null: the usual limit
   * @throws SourceException of which {@link SourceException#isWaiting()} is true, when all places
   *     are taken
   */
  Place take(String server, @Nullable Integer most) throws SourceException;

  /** Returns whether it is time to {@link #learn} how many connections a server allows. */
  boolean isUnknown(String server);

  /** Remembers how many connections a server allows to anyone. */
  void learn(String server, int connections);

  /** A place that is held until it is closed; once more does nothing. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
