package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the search index, and builds it again. */
public record IndexPage(Frame frame, @Nullable String problem, List<Row> rows, RebuildPart rebuild)
    implements Page {
  public IndexPage {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "admin/index.jte";
  }

  /** An index in use. */
  public record Row(String alias, String name, String state, String documents, String size) {}
}
