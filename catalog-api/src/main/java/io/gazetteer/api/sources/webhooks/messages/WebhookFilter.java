package io.gazetteer.api.sources.webhooks.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gazetteer.common.events.SchemaChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a webhook is told of; what is null may be anything.
 *
 * @param dataSource the id of a data source, or the name of its database
 * @param schema in which a change must be
 * @param table of which a change must be
 * @param changes kinds of change, any of which it must be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookFilter(
    @JsonProperty("data_source") @Nullable String dataSource,
    @Nullable String schema,
    @Nullable String table,
    @Nullable List<String> changes) {
  private static final String RENAMED = "table_renamed";

  /** Lets everything through. */
  public static final WebhookFilter ALL = new WebhookFilter(null, null, null, null);

  public WebhookFilter {
    changes = changes == null ? null : List.copyOf(changes);
  }

  boolean fits(ToldSource source) {
    return dataSource == null
        || dataSource.equals(source.dbName())
        || dataSource.equals(source.id().toString());
  }

  boolean fits(SchemaChanged change) {
    return (changes == null || changes.contains(change.change()))
        && (isOfTable(change.schema(), change.table()) || isOfTableBefore(change));
  }

  private boolean isOfTable(String schemaName, String tableName) {
    return (schema == null || schema.equals(schemaName))
        && (table == null || table.equals(tableName));
  }

  /** Whoever watches a table learns that it has another name. */
  private boolean isOfTableBefore(SchemaChanged change) {
    var before = change.before();
    return change.change().equals(RENAMED)
        && before != null
        && isOfTable(before.path("schema").asString(""), before.path("table").asString(""));
  }
}
