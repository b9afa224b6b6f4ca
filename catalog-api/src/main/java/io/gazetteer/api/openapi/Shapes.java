package io.gazetteer.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.api.web.FieldError;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.source.DatabaseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of answers that are written piece by piece, so that no record is behind them. */
final class Shapes {
  private Shapes() {}

  static final List<Class<?>> ALL =
      List.of(Table.class, DatabaseSchema.class, FoundTables.class, ProblemAnswer.class);

  record Table(String id, @JsonUnwrapped Relation relation, Instant crawledAt) {}

  record DatabaseSchema(
      UUID id,
      String dbName,
      String hostname,
      int port,
      DatabaseKind dbType,
      @Nullable CrawlView crawl,
      long tableCount,
      List<Table> tables,
      @Nullable String nextCursor) {}

  record FoundTables(
      UUID id, String dbName, String hostname, int port, DatabaseKind dbType, List<Table> tables) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProblemAnswer(
      String type,
      String title,
      int status,
      String detail,
      String code,
      String requestId,
      @Nullable List<FieldError> errors,
      @Nullable UUID id,
      @Nullable Object candidates,
      @Nullable Object test) {}
}
