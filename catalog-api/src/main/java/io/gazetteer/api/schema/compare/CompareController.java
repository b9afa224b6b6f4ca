package io.gazetteer.api.schema.compare;

import io.gazetteer.api.schema.compare.Compare.Wanted;
import io.gazetteer.api.schema.compare.Comparison.ComparedTable;
import io.gazetteer.api.schema.compare.Comparison.Place;
import io.gazetteer.api.web.input.AsOf;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.Parameters;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Answers what differs between two data sources, or one at two times. */
@RestController
final class CompareController {
  private static final Cursor.Shape PLACE =
      new Cursor.Shape(List.of(JsonNode::isString, JsonNode::isString));

  private final Compare compare;

  CompareController(Compare compare) {
    this.compare = compare;
  }

  /**
   * @param compared how many tables were looked at for this part
   */
  record Answer(List<ComparedTable> tables, int compared, @Nullable String nextCursor) {}

  @GetMapping("/api/compare")
  Answer compare(Parameters parameters) {
    var left = required("left", parameters);
    var right = required("right", parameters);
    var leftSchema = parameters.find("left_schema").orElse(null);
    var rightSchema = parameters.find("right_schema").orElse(null);
    var leftAt = AsOf.read("left_as_of", parameters);
    var rightAt = AsOf.read("right_as_of", parameters);
    var cursor = parameters.cursor(PLACE);
    parameters.check();
    var found =
        compare.part(
            new Wanted(
                Objects.requireNonNull(left),
                leftSchema,
                leftAt,
                Objects.requireNonNull(right),
                rightSchema,
                rightAt),
            cursor.isEmpty()
                ? null
                : new Place(cursor.get(0).stringValue(), cursor.get(1).stringValue()));
    var next = found.next();
    return new Answer(
        found.tables(),
        found.compared(),
        next == null ? null : Cursor.encode(next.schema(), next.name()));
  }

  private static @Nullable UUID required(String name, Parameters parameters) {
    parameters.text(name);
    return parameters.uuid(name);
  }
}
