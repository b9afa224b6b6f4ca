package io.gazetteer.api.index;

import java.util.Collection;
import java.util.Map;

/** Makes the parameter that spares Elasticsearch the shards where nothing wanted is. */
public final class Routing {
  /** More ids make a long URL, and ask most shards anyway. */
  private static final int MOST = 50;

  private Routing() {}

  /**
   * The parameter for documents of these data sources only; none when they are too many.
   *
   * @param dataSourceIds none means all
   */
  public static Map<String, String> to(Collection<String> dataSourceIds) {
    return dataSourceIds.isEmpty() || dataSourceIds.size() > MOST
        ? Map.of()
        : Map.of("routing", String.join(",", dataSourceIds));
  }
}
