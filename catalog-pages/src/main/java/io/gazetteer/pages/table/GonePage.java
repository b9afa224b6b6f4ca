package io.gazetteer.pages.table;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import io.gazetteer.pages.table.TablePage.ChangeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is known of a table that is in the catalog no more.
 *
 * @param said what became of it, as sentences
 * @param successor the table that it has become; null when it has become none
 * @param changes the last ones, the newest first
 * @param changesLink all of them
 * @param searchLink other tables and columns of its name
 */
public record GonePage(
    Frame frame,
    String database,
    String databaseLink,
    String schema,
    String name,
    String said,
    @Nullable Successor successor,
    List<ChangeView> changes,
    String changesLink,
    String searchLink)
    implements Page {
  public GonePage {
    changes = List.copyOf(changes);
  }

  @Override
  public String template() {
    return "table/gone.jte";
  }

  /** The same table under its new name. */
  public record Successor(String name, String link) {}
}
