package io.gazetteer.worker.history;

import io.gazetteer.common.digest.Sha256;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.history.Changes.RelationName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes relations under other names, so that what follows from a rename is no change besides:
 * keys that point at what was renamed, too, and the names that MySQL and MariaDB make out of the
 * table's.
 */
final class MovedRelation {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final RelationName NOWHERE = new RelationName("", "");

  /** Stands behind the table's name in names that MySQL and MariaDB make. */
  private static final List<String> MADE = List.of("_ibfk_", "_chk_");

  private final Relation old;
  private final RelationName name;
  private final Map<RelationName, RelationName> renamed;

  private MovedRelation(Relation old, RelationName name, Map<RelationName, RelationName> renamed) {
    this.old = old;
    this.name = name;
    this.renamed = renamed;
  }

  /**
   * Returns a relation as it would be described under its new name.
   *
   * @param renamed the new names of all relations that have one, by their old ones
   */
  static Relation to(
      Relation relation, RelationName name, Map<RelationName, RelationName> renamed) {
    return new MovedRelation(relation, name, renamed).relation();
  }

  /** Returns a hash of all that a relation is but for its name. */
  static String content(Relation relation) {
    var self = new RelationName(relation.schema(), relation.name());
    var text = JSON.writeValueAsBytes(to(relation, NOWHERE, Map.of(self, NOWHERE)));
    var digest = Sha256.begin();
    digest.update(text, 0, text.length);
    return Sha256.shortText(digest);
  }

  private Relation relation() {
    return new Relation(
        name.schema(),
        name.name(),
        old.kind(),
        old.comment(),
        null,
        old.columns(),
        old.primaryKey(),
        old.uniqueConstraints(),
        old.foreignKeys().stream().map(this::key).toList(),
        old.indexes(),
        old.checkConstraints().stream().map(this::check).toList(),
        old.exclusionConstraints(),
        parent(old.partitionOf()),
        old.partitionKey(),
        old.inherits().stream().map(this::parentOf).toList(),
        old.hasChildren(),
        old.extension(),
        old.viewDefinition(),
        old.unknown(),
        old.identity());
  }

  private @Nullable String parent(@Nullable String parent) {
    return parent == null ? null : parentOf(parent);
  }

  private String parentOf(String parent) {
    for (var one : renamed.entrySet()) {
      if (parent.equals(one.getKey().schema() + "." + one.getKey().name())) {
        return one.getValue().schema() + "." + one.getValue().name();
      }
    }
    return parent;
  }

  private Relation.ForeignKey key(Relation.ForeignKey key) {
    var referenced = new RelationName(key.referencedSchema(), key.referencedTable());
    var now = renamed.getOrDefault(referenced, referenced);
    return new Relation.ForeignKey(
        made(key.name()),
        key.columns(),
        now.schema(),
        now.name(),
        key.referencedColumns(),
        key.onDelete(),
        key.onDeleteColumns(),
        key.onUpdate(),
        key.matchFull(),
        key.deferrable(),
        key.initiallyDeferred(),
        key.validated(),
        key.enforced(),
        key.period());
  }

  private Relation.CheckConstraint check(Relation.CheckConstraint check) {
    return new Relation.CheckConstraint(
        made(check.name()), check.expression(), check.validated(), check.enforced());
  }

  private String made(String constraint) {
    return old.identity() == null
            && MADE.stream().anyMatch(made -> constraint.startsWith(old.name() + made))
        ? name.name() + constraint.substring(old.name().length())
        : constraint;
  }
}
