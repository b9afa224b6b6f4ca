package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import io.gazetteer.pages.database.StateView;
import java.util.List;

/** Shows how each part of Gazetteer is, and what waits for it. */
public record PartsPage(Frame frame, List<Row> rows) implements Page {
  public PartsPage {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "admin/parts.jte";
  }

  /** A part. */
  public record Row(String name, StateView state, List<LagRow> lags) {
    public Row {
      lags = List.copyOf(lags);
    }
  }

  /** What waits, and for how long. */
  public record LagRow(String what, String waiting, String oldest) {}
}
