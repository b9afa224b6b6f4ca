package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the API tokens of everyone. */
public record TokensPage(
    Frame frame, @Nullable String notice, List<Row> rows, @Nullable String next) implements Page {
  public TokensPage {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "admin/tokens.jte";
  }

  /** A token; nobody can see it again. */
  public record Row(
      String name,
      String owner,
      String role,
      String made,
      String used,
      String expires,
      String revoke) {}
}
