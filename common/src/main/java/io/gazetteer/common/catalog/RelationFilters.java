package io.gazetteer.common.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Says which relations of a data source are indexed. In a pattern, {@code *} stands for any
 * characters and {@code ?} for one; upper and lower case are the same. An empty include list
 * includes everything, and what is excluded is not included. A pattern for tables is held against
 * the name and against {@code schema.name}.
 *
 * @param includeSchemas patterns, one of which a schema must match
 * @param excludeSchemas patterns, none of which a schema may match
 * @param includeTables patterns, one of which a relation must match
 * @param excludeTables patterns, none of which a relation may match
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelationFilters(
    List<String> includeSchemas,
    List<String> excludeSchemas,
    List<String> includeTables,
    List<String> excludeTables) {

  public static final RelationFilters NONE =
      new RelationFilters(List.of(), List.of(), List.of(), List.of());

  public RelationFilters(
      @Nullable List<String> includeSchemas,
      @Nullable List<String> excludeSchemas,
      @Nullable List<String> includeTables,
      @Nullable List<String> excludeTables) {
    this.includeSchemas = copy(includeSchemas);
    this.excludeSchemas = copy(excludeSchemas);
    this.includeTables = copy(includeTables);
    this.excludeTables = copy(excludeTables);
  }

  private static List<String> copy(@Nullable List<String> patterns) {
    return patterns == null ? List.of() : List.copyOf(patterns);
  }

  /** Returns whether everything is indexed. */
  @JsonIgnore
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Returns the filters in a form that is quick for many names. */
  public Matcher matcher() {
    return new Matcher(
        patterns(includeSchemas),
        patterns(excludeSchemas),
        patterns(includeTables),
        patterns(excludeTables));
  }

  private static List<NamePattern> patterns(List<String> texts) {
    return texts.stream().map(NamePattern::new).toList();
  }

  /** Tells which relations are indexed. Thread safe. */
  public record Matcher(
      List<NamePattern> includeSchemas,
      List<NamePattern> excludeSchemas,
      List<NamePattern> includeTables,
      List<NamePattern> excludeTables) {

    public boolean includes(String schema, String relation) {
      var whole = schema + "." + relation;
      return (includeSchemas.isEmpty() || any(includeSchemas, schema))
          && !any(excludeSchemas, schema)
          && (includeTables.isEmpty() || any(includeTables, relation) || any(includeTables, whole))
          && !any(excludeTables, relation)
          && !any(excludeTables, whole);
    }

    private static boolean any(List<NamePattern> patterns, String name) {
      return patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }
  }
}
