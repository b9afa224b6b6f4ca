package io.gazetteer.worker.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ExclusionConstraint;
import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.GenerationKind;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.IndexKey;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.SourceIdentity;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.common.relation.UnknownFact;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FingerprintTest {
  private static final Relation RELATION =
      new Relation(
          "sales",
          "orders",
          RelationKind.TABLE,
          "What was ordered",
          7L,
          List.of(
              new Column(
                  "id",
                  1,
                  "bigint",
                  "COMPRESSED",
                  TypeFamily.INTEGER,
                  false,
                  null,
                  null,
                  "Its number",
                  null,
                  GenerationKind.STORED,
                  IdentityKind.ALWAYS,
                  List.of("small", "large"),
                  true)),
          new Relation.PrimaryKey("orders_pkey", List.of("id"), false, false, false),
          List.of(
              new Relation.UniqueConstraint(
                  "orders_key", List.of("id", "buyer"), false, false, false, false)),
          List.of(
              new Relation.ForeignKey(
                  "orders_buyer",
                  List.of("buyer"),
                  "sales",
                  "buyers",
                  List.of("id"),
                  ReferentialAction.CASCADE,
                  List.of("buyer"),
                  ReferentialAction.NO_ACTION,
                  false,
                  true,
                  false,
                  true,
                  true,
                  false)),
          List.of(
              new Relation.Index(
                  "orders_i",
                  List.of("id"),
                  List.of(new IndexKey("asc", "last", 10, "text_pattern_ops")),
                  List.of("buyer"),
                  true,
                  false,
                  false,
                  true,
                  "btree",
                  "id > 0")),
          List.of(new Relation.CheckConstraint("positive", "id > 0", true, true)),
          List.of(
              new ExclusionConstraint(
                  "no_clash", List.of("id"), List.of("="), "gist", "id > 0", false, false)),
          "sales.all_orders",
          "RANGE (id)",
          List.of("sales.base"),
          false,
          "postgis",
          "select 1",
          List.of(new UnknownFact(Fact.VIEW_DEFINITION, true, "SHOW VIEW", "GRANT SHOW VIEW")),
          new SourceIdentity(16_384, List.of(1, 3)));

  @Test
  void staysWhenOnlyTheRowEstimateChanges() throws ReflectiveOperationException {
    var grown = with(RELATION, "rowEstimate", 8L);

    assertThat(Fingerprint.of(grown).text()).isEqualTo(Fingerprint.of(RELATION).text());
  }

  @TestFactory
  List<DynamicTest> changesWithEverythingElse() throws ReflectiveOperationException {
    var changed = changed(RELATION);
    changed.remove(".rowEstimate");

    assertThat(changed).hasSizeGreaterThan(140);
    return changed.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(Fingerprint.of((Relation) entry.getValue()).text())
                            .isNotEqualTo(Fingerprint.of(RELATION).text())))
        .toList();
  }

  /** Each way to change one thing in a record, whatever components it has. */
  private static Map<String, Object> changed(Record record) throws ReflectiveOperationException {
    var all = new LinkedHashMap<String, Object>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      var value = component.getAccessor().invoke(record);
      for (var other : others(component.getType(), value).entrySet()) {
        all.put(
            "." + component.getName() + other.getKey(),
            with(record, component.getName(), other.getValue()));
      }
    }
    return all;
  }

  private static Map<String, @Nullable Object> others(Class<?> type, @Nullable Object value)
      throws ReflectiveOperationException {
    var others = new LinkedHashMap<String, @Nullable Object>();
    switch (value) {
      case null -> others.put(" given", "");
      case String text -> {
        others.put("", text + "x");
        others.put(" taken", null);
      }
      case Integer number -> others.put("", number + 1);
      case Long number -> others.put("", number + 1);
      case Boolean flag -> others.put("", !flag);
      case Enum<?> constant -> others.put("", anotherThan(constant));
      case Record inner -> {
        others.putAll(changed(inner));
        others.put(" taken", null);
      }
      case List<?> list -> others.putAll(othersOfList(list));
      default -> throw new IllegalStateException("Cannot change a " + type);
    }
    return others;
  }

  private static Object anotherThan(Enum<?> constant) {
    return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
        .filter(other -> other != constant)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> othersOfList(List<?> list)
      throws ReflectiveOperationException {
    var others = new LinkedHashMap<String, Object>();
    var longer = new ArrayList<Object>(list);
    longer.add(list.getLast());
    others.put(" longer", longer);
    others.put(" empty", List.of());
    for (var first : others(Object.class, list.getFirst()).entrySet()) {
      if (first.getValue() != null) {
        var other = new ArrayList<Object>(list);
        other.set(0, first.getValue());
        others.put("[0]" + first.getKey(), other);
      }
    }
    return others;
  }

  private static <T extends Record> T with(T record, String name, @Nullable Object value)
      throws ReflectiveOperationException {
    var components = record.getClass().getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    var values = new ArrayList<@Nullable Object>();
    for (RecordComponent component : components) {
      values.add(component.getName().equals(name) ? value : component.getAccessor().invoke(record));
    }
    @SuppressWarnings("unchecked")
    var copy = (T) record.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
    return copy;
  }
}
