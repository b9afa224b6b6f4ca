package io.gazetteer.api.pages.tables;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.DescribedTable.Reference;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.table.TablePage.KeyView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Shows the keys, indexes and checks of a table, and the keys of other tables that refer to it. */
final class KeyViews {
  private final DescribedTable table;
  private final TableAddress address;
  private final Function<TableName, String> links;

  /**
   * @param links makes the link to the page of a table
   */
  KeyViews(DescribedTable table, TableAddress address, Function<TableName, String> links) {
    this.table = table;
    this.address = address;
    this.links = links;
  }

  List<KeyView> keys() {
    var primary = table.json().path("primary_key");
    var unique = all("unique_constraints").map(key -> plain(key, KeyTexts.unique("unique", key)));
    return primary.isObject()
        ? Stream.concat(Stream.of(plain(primary, KeyTexts.unique("primary key", primary))), unique)
            .toList()
        : unique.toList();
  }

  private static KeyView plain(JsonNode key, String note) {
    return view(key, KeyTexts.columns(key), note);
  }

  private static KeyView view(JsonNode key, String text, String note) {
    return new KeyView(key.path("name").stringValue(""), text, null, null, note, null);
  }

  List<KeyView> exclusions() {
    return all("exclusion_constraints")
        .map(key -> view(key, KeyTexts.exclusion(key), KeyTexts.exclusionNote(key)))
        .toList();
  }

  List<KeyView> indexes() {
    return all("indexes")
        .map(index -> view(index, KeyTexts.index(index), KeyTexts.indexNote(index)))
        .toList();
  }

  List<KeyView> checks() {
    return all("check_constraints")
        .map(check -> view(check, check.path("expression").stringValue(""), KeyTexts.check(check)))
        .toList();
  }

  List<KeyView> references() {
    var views = new ArrayList<KeyView>();
    int number = 0;
    for (JsonNode json : table.json().path("foreign_keys")) {
      var key = new Reference(json);
      views.add(
          new KeyView(
              key.name(),
              KeyTexts.columns(json),
              shortName(key.target()) + " (" + KeyTexts.list(json.path("referenced_columns")) + ")",
              links.apply(key.target()),
              KeyTexts.foreignKey(json),
              address.joined(key.target(), number++, false)));
    }
    return views;
  }

  /** Shows the keys of other tables that refer to this one. */
  List<KeyView> referrers(List<DescribedTable> others) {
    var views = new ArrayList<KeyView>();
    for (DescribedTable other : others) {
      int number = 0;
      for (JsonNode json : other.json().path("foreign_keys")) {
        var key = new Reference(json);
        if (key.target().equals(table.name())) {
          views.add(
              new KeyView(
                  key.name(),
                  KeyTexts.list(json.path("referenced_columns")),
                  shortName(other.name()) + " (" + KeyTexts.columns(json) + ")",
                  links.apply(other.name()),
                  KeyTexts.foreignKey(json),
                  address.joined(other.name(), number, true)));
        }
        number++;
      }
    }
    return views;
  }

  String shortName(TableName other) {
    return other.schema().equals(table.name().schema()) ? other.table() : other.path();
  }

  private Stream<JsonNode> all(String field) {
    return table.json().path(field).valueStream();
  }
}
