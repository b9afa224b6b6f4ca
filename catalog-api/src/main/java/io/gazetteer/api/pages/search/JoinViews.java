package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.api.search.SearchAnswer;
import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.search.joins.FoundJoins;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.search.SearchPage.JoinView;
import io.gazetteer.pages.search.SearchPage.TableLink;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows how the best tables of a question are joined. Thread safe. */
@Component
final class JoinViews {
  private static final int TABLES = 4;

  private final FoundJoins joins;

  JoinViews(FoundJoins joins) {
    this.joins = joins;
  }

  List<JoinView> of(SearchAnswer answer, Links links, TablePath paths) {
    if (!answer.mode().equals("question") || answer.hits().isEmpty()) {
      return List.of();
    }
    var first = answer.hits().getFirst();
    var others =
        answer.hits().stream()
            .skip(1)
            .filter(hit -> hit.database().id().equals(first.database().id()))
            .limit(TABLES - 1)
            .map(JoinViews::table)
            .toList();
    var names = SqlNames.of(first.database().dbType());
    return joins.between(first.database().id(), names, table(first), others).stream()
        .map(
            join ->
                new JoinView(
                    join.tables().stream().map(table -> link(first, table, links, paths)).toList(),
                    join.join()))
        .toList();
  }

  private static TableName table(Hit hit) {
    return new TableName(hit.schema(), hit.table());
  }

  private static TableLink link(Hit first, TableName table, Links links, TablePath paths) {
    return new TableLink(
        table.path(),
        links.to(
            paths.of(
                first.database().id().toString(),
                first.database().dbName(),
                table.schema(),
                table.table())));
  }
}
