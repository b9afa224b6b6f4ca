package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the keys that encrypt secrets and those that sign access tokens; never the keys. */
public record KeysPage(
    Frame frame,
    @Nullable String notice,
    @Nullable String problem,
    List<EncryptionRow> encryption,
    List<SigningRow> signing)
    implements Page {
  public KeysPage {
    encryption = List.copyOf(encryption);
    signing = List.copyOf(signing);
  }

  @Override
  public String template() {
    return "admin/keys.jte";
  }

  /**
   * A key that encrypts.
   *
   * @param drop where the form to drop it goes; null when it is needed
   */
  public record EncryptionRow(String id, String state, String rows, @Nullable String drop) {}

  /** A key that signs. */
  public record SigningRow(String id, boolean current) {}
}
