package io.gazetteer.api.search.diagram;

import java.util.List;

/**
 * Holds a diagram with a place for everything, in pixels.
 *
 * @param places of the boxes, in their order
 * @param routes of the lines, in their order
 */
public record Drawing(
    Diagram diagram, double width, double height, List<Place> places, List<Route> routes) {
  public Drawing {
    places = List.copyOf(places);
    routes = List.copyOf(routes);
  }

  /** Says where a box is. */
  public record Place(double x, double y, double width, double height) {}

  /** Says where a point is. */
  public record Point(double x, double y) {}

  /** Says which points a line goes through, straight from each to the next. */
  public record Route(List<Point> points) {
    public Route {
      points = List.copyOf(points);
    }
  }
}
