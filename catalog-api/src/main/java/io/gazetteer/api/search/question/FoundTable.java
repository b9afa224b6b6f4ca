package io.gazetteer.api.search.question;

import static io.gazetteer.api.search.ranking.QuestionQuery.WHOLE;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.TableStems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table that a question may be about.
 *
 * @param id of its document
 * @param source the id of its data source
 * @param points what it has for the words of the question; 0 when it has none of them
 * @param near what it has for meaning something similar; 0 when nobody knows
 * @param whole whether it has all of the words
 * @param references {@code schema.name} of each table that it has a foreign key to
 * @param hit as Elasticsearch answered it
 */
public record FoundTable(
    String id,
    String source,
    String schema,
    String name,
    String kind,
    double points,
    double near,
    boolean whole,
    List<String> references,
    JsonNode hit) {
  private static final Set<String> VIEWS = Set.of("view", "materialized_view");

  /** The fields that a hit must be asked for. */
  public static final List<String> FIELDS =
      List.of(
          Fields.DATA_SOURCE_ID,
          Fields.SCHEMA,
          Fields.NAME,
          Fields.KIND,
          Fields.REFERENCES,
          Fields.FOLD);

  public FoundTable {
    references = List.copyOf(references);
  }

  /** Reads a hit. */
  public static FoundTable of(JsonNode hit) {
    var fields = hit.path("fields");
    var references = new ArrayList<String>();
    fields.path(Fields.REFERENCES).forEach(value -> references.add(value.asString()));
    return new FoundTable(
        hit.path("_id").asString(),
        text(fields, Fields.DATA_SOURCE_ID),
        text(fields, Fields.SCHEMA),
        text(fields, Fields.NAME),
        text(fields, Fields.KIND),
        hit.path("_score").asDouble(0),
        0,
        isWhole(hit.path("matched_queries")),
        references,
        hit);
  }

  /** What it has in common with tables that it is folded with. */
  public String foldKey() {
    return hit.path("fields").path(Fields.FOLD).path(0).asString(id);
  }

  private static String text(JsonNode fields, String field) {
    return fields.path(field).path(0).asString("");
  }

  /** The clause is for this class only, and no hit says that it has matched it. */
  private static boolean isWhole(JsonNode matched) {
    return switch (matched) {
      case ArrayNode names -> {
        int before = names.size();
        yield names.removeIf(name -> WHOLE.equals(name.asString())).size() < before;
      }
      case ObjectNode points -> points.remove(WHOLE) != null;
      default -> false;
    };
  }

  /** The same table when none of the words is in it. */
  public FoundTable withoutWords() {
    return new FoundTable(id, source, schema, name, kind, 0, near, false, references, hit);
  }

  /** The same table with so many points for meaning something similar. */
  public FoundTable withNear(double other) {
    return new FoundTable(id, source, schema, name, kind, points, other, whole, references, hit);
  }

  /** All that it has itself. */
  double worth() {
    return points + near;
  }

  /** What others call it in their references. */
  public String qualified() {
    return TableStems.qualified(schema, name);
  }

  public SchemaOfSource home() {
    return new SchemaOfSource(source, schema);
  }

  boolean isView() {
    return VIEWS.contains(kind);
  }

  /** Whether a foreign key leads from one of the two to the other. */
  boolean isJoinedWith(FoundTable other) {
    return source.equals(other.source)
        && (references.contains(other.qualified()) || other.references.contains(qualified()));
  }

  /** A schema of one data source. */
  public record SchemaOfSource(String source, String schema) {}
}
