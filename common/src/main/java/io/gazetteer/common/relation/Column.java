package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes one column of a relation.
 *
 * @param name as the source spells it, unquoted
 * @param position from 1, without gaps for dropped columns
 * @param dataType the source's own spelling, for example {@code numeric(12,2)}
 * @param typeRemark what the source writes behind the type in a comment, for example {@code
 *     COMPRESSED}; null when it writes nothing
 * @param typeFamily what that type holds
 * @param nullable whether NULL is accepted, a domain's constraint included
 * @param defaultExpression the default as SQL text; null when there is none or the column is
 *     generated
 * @param onUpdate what the column becomes when its row is updated, as SQL text; null when it stays
 * @param comment null when there is none
 * @param generated the generation expression as SQL text; null for an ordinary column
 * @param generatedAs when it is generated; null for an ordinary column
 * @param identity null for a column that does not number itself
 * @param enumValues the declared values in their order, also of an enum behind a domain or an
 *     array; empty when there is no enum
 * @param primaryKey whether the column is part of the primary key
 */
public record Column(
    String name,
    int position,
    String dataType,
    @Nullable String typeRemark,
    TypeFamily typeFamily,
    boolean nullable,
    @JsonProperty("default") @Nullable String defaultExpression,
    @Nullable String onUpdate,
    @Nullable String comment,
    @Nullable String generated,
    @Nullable GenerationKind generatedAs,
    @Nullable IdentityKind identity,
    List<String> enumValues,
    boolean primaryKey) {

  public Column {
    enumValues = List.copyOf(enumValues);
  }

  /** Returns the same column under another name. */
  public Column withName(String newName) {
    return new Column(
        newName,
        position,
        dataType,
        typeRemark,
        typeFamily,
        nullable,
        defaultExpression,
        onUpdate,
        comment,
        generated,
        generatedAs,
        identity,
        enumValues,
        primaryKey);
  }

  /** Returns the same column as one that holds something else. */
  public Column withFamily(TypeFamily family) {
    return new Column(
        name,
        position,
        dataType,
        typeRemark,
        family,
        nullable,
        defaultExpression,
        onUpdate,
        comment,
        generated,
        generatedAs,
        identity,
        enumValues,
        primaryKey);
  }
}
