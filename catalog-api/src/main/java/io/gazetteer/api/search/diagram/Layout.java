package io.gazetteer.api.search.diagram;

import io.gazetteer.api.search.diagram.Diagram.Box;
import io.gazetteer.api.search.diagram.Diagram.Line;
import io.gazetteer.api.search.diagram.Drawing.Place;
import io.gazetteer.api.search.diagram.Drawing.Point;
import io.gazetteer.api.search.diagram.Drawing.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Gives everything in a diagram a place: tables that refer stand left of those that they refer to,
 * and lines go around boxes. The same diagram always looks the same.
 */
final class Layout {
  private static final double MARGIN = 12;
  private static final double BESIDE = 22;
  private static final double BETWEEN = 44;

  /** What is higher than this, in pixels, and narrow is laid out in more columns. */
  private static final double TALL = 900;

  private static final int IN_A_COLUMN = 8;

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  private final Diagram diagram;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final Map<String, ElkPort> ports = new HashMap<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  private Layout(Diagram diagram) {
    this.diagram = diagram;
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    graph.setProperty(CoreOptions.RANDOM_SEED, 1);
    graph.setProperty(CoreOptions.ASPECT_RATIO, 1.6);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BESIDE);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BESIDE);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
    diagram.boxes().forEach(this::addNode);
    diagram.lines().forEach(this::addEdge);
  }

  /**
   * Lays a diagram out.
   *
   * @param within how long it may take
   * @return empty when it took longer
   */
  static Optional<Drawing> of(Diagram diagram, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    var drawing = new Layout(diagram).drawing(end);
    if (drawing.isEmpty() || drawing.get().height() < Math.max(TALL, 2 * drawing.get().width())) {
      return drawing;
    }
    // A hub and its many neighbours: in several columns instead of one.
    var layout = new Layout(diagram);
    layout.graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM);
    layout.graph.setProperty(LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, IN_A_COLUMN);
    return layout.drawing(end).or(() -> drawing);
  }

  private Optional<Drawing> drawing(long end) {
    var deadline = new Deadline(end);
    new LayeredLayoutProvider().layout(graph, deadline);
    return deadline.isCanceled() ? Optional.empty() : Optional.of(drawing());
  }

  /** Has the layout stop soon after a point in time. */
  private static final class Deadline extends BasicProgressMonitor {
    private final long end;

    Deadline(long end) {
      this.end = end;
    }

    @Override
    public boolean isCanceled() {
      return System.nanoTime() - end > 0;
    }

    @Override
    protected BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
      return new Deadline(end);
    }
  }

  private void addNode(Box box) {
    var size = BoxSize.of(box);
    var node = ElkGraphUtil.createNode(graph);
    node.setDimensions(size.width(), size.height());
    node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    nodes.add(node);
  }

  private void addEdge(Line line) {
    var edge = ElkGraphUtil.createEdge(graph);
    edge.getSources().add(port(line.from(), line.fromRow(), PortSide.EAST));
    edge.getTargets().add(port(line.to(), line.toRow(), PortSide.WEST));
    edges.add(edge);
  }

  /** Lines that begin or end at the same row share a port, and so the way to it. */
  private ElkPort port(int box, int row, PortSide side) {
    return ports.computeIfAbsent(
        box + " " + row + " " + side,
        none -> {
          var node = nodes.get(box);
          var port = ElkGraphUtil.createPort(node);
          port.setProperty(CoreOptions.PORT_SIDE, side);
          port.setLocation(side == PortSide.EAST ? node.getWidth() : 0, BoxSize.middle(row));
          return port;
        });
  }

  private Drawing drawing() {
    return new Drawing(
        diagram,
        Math.ceil(graph.getWidth()),
        Math.ceil(graph.getHeight()),
        nodes.stream()
            .map(node -> new Place(node.getX(), node.getY(), node.getWidth(), node.getHeight()))
            .toList(),
        edges.stream().map(Layout::route).toList());
  }

  private static Route route(ElkEdge edge) {
    var points = new ArrayList<Point>();
    for (var section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    return new Route(points);
  }
}
