package io.gazetteer.worker.index.documents;

import io.gazetteer.common.digest.Sha256;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ExclusionConstraint;
import io.gazetteer.common.relation.IndexKey;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.SourceIdentity;
import io.gazetteer.common.relation.UnknownFact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hashes everything a crawl says about a relation itself, its row estimate left out. It is made of
 * the facts and not of the JSON that describes them, which takes a third of the time of a crawl
 * that finds nothing new. Lengths go before texts and lists, so that no two relations look the
 * same.
 */
final class Fingerprint {
  /** With another definition, documents are built in another way, also of unchanged relations. */
  private static final int DEFINITION_VERSION = SearchIndexes.definitionVersion();

  private static final int LOW_BIT_COUNT = 7;
  private static final int LOW_BITS = (1 << LOW_BIT_COUNT) - 1;
  private static final int FIRST_BYTES = 1 << 13;
  private static final int NULL = 0;
  private static final char MAX_ASCII = 0x7f;

  private byte[] facts = new byte[FIRST_BYTES];
  private int size;

  private Fingerprint() {}

  /**
   * Holds a relation's fingerprint.
   *
   * @param size how many bytes of facts there are, a measure of the relation's documents
   */
  record Hash(String text, int size) {}

  static Hash of(Relation relation) {
    var fingerprint = new Fingerprint();
    fingerprint.add(DEFINITION_VERSION);
    fingerprint.add(relation);
    return new Hash(fingerprint.hash(), fingerprint.size);
  }

  private void add(Relation relation) {
    add(relation.schema());
    add(relation.name());
    add(relation.kind());
    add(relation.comment());
    add(relation.columns().size());
    for (var column : relation.columns()) {
      add(column);
    }
    var primaryKey = relation.primaryKey();
    add(primaryKey == null ? List.of() : List.of(primaryKey), this::add);
    add(relation.uniqueConstraints(), this::add);
    add(relation.foreignKeys(), this::add);
    add(relation.indexes(), this::add);
    add(relation.checkConstraints(), this::add);
    add(relation.exclusionConstraints(), this::add);
    add(relation.partitionOf());
    add(relation.partitionKey());
    addTexts(relation.inherits());
    add(relation.hasChildren());
    add(relation.extension());
    add(relation.viewDefinition());
    add(relation.unknown(), this::add);
    add(relation.identity());
  }

  private void add(Column column) {
    add(column.name());
    add(column.position());
    add(column.dataType());
    add(column.typeRemark());
    add(column.typeFamily());
    add(column.nullable());
    add(column.defaultExpression());
    add(column.onUpdate());
    add(column.comment());
    add(column.generated());
    add(column.generatedAs());
    add(column.identity());
    addTexts(column.enumValues());
    add(column.primaryKey());
  }

  private void add(Relation.PrimaryKey key) {
    add(key.name());
    addTexts(key.columns());
    add(key.deferrable());
    add(key.initiallyDeferred());
    add(key.withoutOverlaps());
  }

  private void add(Relation.UniqueConstraint constraint) {
    add(constraint.name());
    addTexts(constraint.columns());
    add(constraint.deferrable());
    add(constraint.initiallyDeferred());
    add(constraint.nullsNotDistinct());
    add(constraint.withoutOverlaps());
  }

  private void add(Relation.ForeignKey key) {
    add(key.name());
    addTexts(key.columns());
    add(key.referencedSchema());
    add(key.referencedTable());
    addTexts(key.referencedColumns());
    add(key.onDelete());
    addTexts(key.onDeleteColumns());
    add(key.onUpdate());
    add(key.matchFull());
    add(key.deferrable());
    add(key.initiallyDeferred());
    add(key.validated());
    add(key.enforced());
    add(key.period());
  }

  private void add(Relation.Index index) {
    add(index.name());
    addTexts(index.columns());
    add(index.keys(), this::add);
    addTexts(index.includedColumns());
    add(index.unique());
    add(index.nullsNotDistinct());
    add(index.primary());
    add(index.valid());
    add(index.method());
    add(index.predicate());
  }

  private void add(IndexKey key) {
    add(key.direction());
    add(key.nulls());
    add(key.prefixLength() == null ? NULL : key.prefixLength() + 1);
    add(key.operatorClass());
  }

  private void add(Relation.CheckConstraint constraint) {
    add(constraint.name());
    add(constraint.expression());
    add(constraint.validated());
    add(constraint.enforced());
  }

  private void add(ExclusionConstraint constraint) {
    add(constraint.name());
    addTexts(constraint.columns());
    addTexts(constraint.operators());
    add(constraint.method());
    add(constraint.predicate());
    add(constraint.deferrable());
    add(constraint.initiallyDeferred());
  }

  private void add(UnknownFact unknown) {
    add(unknown.fact());
    add(unknown.lastKnown());
    add(unknown.right());
    add(unknown.grant());
  }

  private void add(@Nullable SourceIdentity identity) {
    if (identity == null) {
      add(NULL);
      return;
    }
    add((int) identity.id() + 1);
    add(identity.columnNumbers().size());
    identity.columnNumbers().forEach(this::add);
  }

  private void addTexts(List<String> texts) {
    add(texts.size());
    for (var text : texts) {
      add(text);
    }
  }

  private <T> void add(List<T> list, Consumer<T> each) {
    add(list.size());
    list.forEach(each);
  }

  /** Adds the name: constants may be put into another order. */
  private void add(@Nullable Enum<?> constant) {
    add(constant == null ? null : constant.name());
  }

  private void add(@Nullable String text) {
    if (text == null) {
      add(NULL);
      return;
    }
    if (addAscii(text)) {
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length + 1);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, facts, size, bytes.length);
    size += bytes.length;
  }

  /** Nearly every text is: it needs no array of its own. */
  private boolean addAscii(String text) {
    int begin = size;
    int length = text.length();
    add(length + 1);
    ensure(length);
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      if (letter > MAX_ASCII) {
        size = begin;
        return false;
      }
      facts[size++] = (byte) letter;
    }
    return true;
  }

  private void add(boolean flag) {
    ensure(1);
    facts[size++] = (byte) (flag ? 1 : 0);
  }

  /** Seven bits a byte, the lowest first; the last byte has its highest bit clear. */
  private void add(int number) {
    ensure(Integer.BYTES + 1);
    int rest = number;
    while ((rest & ~LOW_BITS) != 0) {
      facts[size++] = (byte) (rest | ~LOW_BITS);
      rest >>>= LOW_BIT_COUNT;
    }
    facts[size++] = (byte) rest;
  }

  private void ensure(int more) {
    if (facts.length - size < more) {
      facts = Arrays.copyOf(facts, Math.max(2 * facts.length, size + more));
    }
  }

  private String hash() {
    var digest = Sha256.begin();
    digest.update(facts, 0, size);
    return Sha256.shortText(digest);
  }
}
