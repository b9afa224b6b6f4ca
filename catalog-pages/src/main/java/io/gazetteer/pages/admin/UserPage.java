package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows one user, and what an administrator may do.
 *
 * @param problem why something was not done; null when it was
 * @param wrong what is wrong with fields, by name
 * @param action where the forms go
 */
public record UserPage(
    Frame frame,
    String name,
    String role,
    boolean disabled,
    @Nullable String notice,
    @Nullable String problem,
    Map<String, String> wrong,
    List<String> roles,
    String action)
    implements Page {
  public UserPage {
    wrong = Map.copyOf(wrong);
    roles = List.copyOf(roles);
  }

  @Override
  public String template() {
    return "admin/user.jte";
  }
}
