package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.search.SearchAnswer;
import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.search.joins.FoundJoins;
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
            .map(Hit::path)
            .toList();
    return joins.between(first.database().id(), first.path(), others).stream()
        .map(
            join ->
                new JoinView(
                    join.tables().stream().map(table -> link(first, table, links, paths)).toList(),
                    join.join()))
        .toList();
  }

  private static TableLink link(Hit first, String table, Links links, TablePath paths) {
    int dot = table.indexOf('.');
    return new TableLink(
        table,
        links.to(
            paths.of(
                first.database().id().toString(),
                first.database().dbName(),
                table.substring(0, dot),
                table.substring(dot + 1))));
  }
}
