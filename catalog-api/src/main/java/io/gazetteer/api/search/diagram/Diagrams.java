package io.gazetteer.api.search.diagram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.ratelimit.Turns;
import io.gazetteer.api.search.diagram.Diagram.DrawnTable;
import io.gazetteer.api.search.joins.JoinGraph;
import io.gazetteer.api.search.joins.JoinGraphs;
import io.gazetteer.api.search.joins.KeyLinks;
import io.gazetteer.common.relation.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws what is asked for, and keeps drawings that were asked for lately. Thread safe. */
@Component
public final class Diagrams {
  /** What has no layout by then gets one with fewer tables. */
  private static final Duration FIRST = Duration.ofSeconds(2);

  private static final Duration LAST = Duration.ofSeconds(10);
  private static final int FEW_TABLES = 12;

  /** Layouts at once: each takes a processor for a while. */
  private static final int AT_ONCE = 2;

  private static final int MOST_WAITING = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** Of all drawings together, in bytes by estimate. */
  private static final int MOST_BYTES = 16_000_000;

  private static final int BYTES_OF_ROW = 200;

  /** What a character of a table's description takes in memory, by estimate. */
  private static final int BYTES_OF_CHARACTER = 6;

  private final JoinGraphs graphs;
  private final KeyLinks links;
  private final Cache<Key, Drawing> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Drawing drawing) -> weight(drawing))
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  private final Turns layouts = new Turns(AT_ONCE, MOST_WAITING, LONGEST_WAIT);

  Diagrams(JoinGraphs graphs, KeyLinks links) {
    this.graphs = graphs;
    this.links = links;
  }

  /**
   * Says what is drawn.
   *
   * @param database its name, for the title
   * @param version changes whenever the documents of the data source do; null while they may be
   *     changing
   */
  public record Subject(UUID dataSourceId, String database, @Nullable String version) {}

  private record Key(Subject subject, DiagramRequest request) {}

  private static int weight(Drawing drawing) {
    var diagram = drawing.diagram();
    int rows =
        5
            + drawing.routes().size()
            + diagram.boxes().stream().mapToInt(box -> 5 + box.rows().size()).sum();
    int characters =
        diagram.tables().stream().mapToInt(drawn -> drawn.table().json().toString().length()).sum();
    return rows * BYTES_OF_ROW + characters * BYTES_OF_CHARACTER;
  }

  /**
   * Draws the neighbourhood of a table, or the groups of a database.
   *
   * @throws NotFoundException when there is no such table or schema
   * @throws TooManyDiagramsException when others wait for theirs
   */
  public Drawing draw(Subject subject, DiagramRequest request) {
    var graph = graphs.of(subject.dataSourceId(), subject.version());
    var wanted = request.within(graph);
    var key = new Key(subject, wanted);
    var known = find(key);
    return known == null ? inTurn(key, graph) : known;
  }

  private @Nullable Drawing find(Key key) {
    return key.subject().version() == null ? null : kept.getIfPresent(key);
  }

  /** Not inside of the cache: whoever waits there keeps others from drawings of their own. */
  private Drawing inTurn(Key key, JoinGraph graph) {
    var place =
        layouts
            .take(Callers.find().map(Caller::owner).orElse(""))
            .orElseThrow(TooManyDiagramsException::new);
    try (place) {
      // It may have been drawn meanwhile.
      var known = find(key);
      return known == null ? drawn(key, graph) : known;
    }
  }

  private Drawing drawn(Key key, JoinGraph graph) {
    var drawing = drawn(key.subject(), key.request(), graph);
    if (key.subject().version() != null) {
      kept.put(key, drawing);
    }
    return drawing;
  }

  private Drawing drawn(Subject subject, DiagramRequest request, JoinGraph graph) {
    return Layout.of(diagram(subject, request, graph, Neighbourhood.MOST_TABLES), FIRST)
        .or(() -> Layout.of(diagram(subject, request, graph, FEW_TABLES), LAST))
        .orElseThrow(() -> new IllegalStateException("The diagram has no layout in time"));
  }

  private Diagram diagram(Subject subject, DiagramRequest request, JoinGraph graph, int most) {
    var focus = request.focus();
    if (focus != null) {
      return neighbourhood(subject, request, focus, graph, most);
    }
    var boxes = new GroupBoxes(request);
    var schema = request.schema();
    if (schema == null) {
      return boxes.schemas(subject.database(), graph);
    }
    if (graph.tables().stream().noneMatch(table -> table.schema().equals(schema))) {
      throw new NotFoundException("The database has no such schema, or no crawl has found it yet");
    }
    return boxes.groups(schema, graph);
  }

  private Diagram neighbourhood(
      Subject subject, DiagramRequest request, TableName focus, JoinGraph graph, int most) {
    var id = subject.dataSourceId();
    var declared = graph.degree(focus);
    var inferred = declared < most ? links.inferredNeighbours(id, focus) : List.<TableName>of();
    var neighbourhood = new Neighbourhood(graph, request, focus, inferred, most);
    var tables = Map.copyOf(links.read(id, neighbourhood.tables()));
    if (!tables.containsKey(focus)) {
      throw new NotFoundException("The database has no such table, or no crawl has found it yet");
    }
    var between = KeyLinks.among(tables);
    var boxes = new TableBoxes(request, neighbourhood, tables, between);
    int end = neighbourhood.end();
    return new Diagram(
        focus.path(),
        request,
        boxes.boxes(),
        boxes.lines(),
        neighbourhood.tables().stream()
            .flatMap(name -> Optional.ofNullable(tables.get(name)).stream())
            .map(
                table ->
                    new DrawnTable(
                        table,
                        neighbourhood.distance(table.name()),
                        neighbourhood.hidden(table.name())))
            .toList(),
        List.of(),
        between,
        end < neighbourhood.total() ? end : null,
        neighbourhood.total());
  }
}
