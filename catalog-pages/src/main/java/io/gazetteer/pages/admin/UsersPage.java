package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists users, and makes new ones.
 *
 * @param wrong what is wrong with fields, by name
 * @param username that was filled in
 * @param role that was chosen
 */
public record UsersPage(
    Frame frame,
    @Nullable String notice,
    Map<String, String> wrong,
    String username,
    String role,
    List<String> roles,
    List<Row> rows,
    @Nullable String next)
    implements Page {
  public UsersPage {
    wrong = Map.copyOf(wrong);
    roles = List.copyOf(roles);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "admin/users.jte";
  }

  /** A user. */
  public record Row(String name, String role, boolean disabled, String link) {}
}
