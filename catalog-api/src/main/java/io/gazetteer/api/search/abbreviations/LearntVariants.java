package io.gazetteer.api.search.abbreviations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds what the comments of each data source have taught, for searches in some of them and in all.
 * Immutable.
 */
record LearntVariants(Map<String, Variants> bySource, Variants everywhere) {
  static final LearntVariants NONE = new LearntVariants(Map.of(), Variants.of(List.of()));

  static LearntVariants of(Map<String, List<Abbreviation>> taught) {
    var bySource = new HashMap<String, Variants>();
    var all = new ArrayList<Abbreviation>();
    taught.forEach(
        (source, abbreviations) -> {
          bySource.put(source, Variants.of(abbreviations));
          all.addAll(abbreviations);
        });
    return new LearntVariants(Map.copyOf(bySource), Variants.of(all.stream().distinct().toList()));
  }

  List<Variants> of(Collection<String> dataSourceIds) {
    return dataSourceIds.isEmpty()
        ? List.of(everywhere)
        : dataSourceIds.stream().map(bySource::get).filter(Objects::nonNull).toList();
  }
}
