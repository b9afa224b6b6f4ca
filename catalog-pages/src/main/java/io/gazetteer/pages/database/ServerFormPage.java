package io.gazetteer.pages.database;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is needed to log in to a server, and which of its databases are to be read.
 *
 * @param action where the form leads
 * @param values of the fields, never of the password
 * @param wrong what is wrong with fields, by name
 * @param complaint what is wrong with all of it; null when nothing is
 * @param grants statements that let the user in
 * @param note says how many databases there are; null before they were asked for
 * @param choices the databases of the server
 * @param added those that were added just now
 */
public record ServerFormPage(
    Frame frame,
    String action,
    List<String> kinds,
    List<String> tlsModes,
    Map<String, String> values,
    Map<String, String> wrong,
    @Nullable String complaint,
    List<String> grants,
    @Nullable String note,
    List<Choice> choices,
    List<Added> added)
    implements Page, SourceFields {
  public ServerFormPage {
    kinds = List.copyOf(kinds);
    tlsModes = List.copyOf(tlsModes);
    values = Map.copyOf(values);
    wrong = Map.copyOf(wrong);
    grants = List.copyOf(grants);
    choices = List.copyOf(choices);
    added = List.copyOf(added);
  }

  @Override
  public String template() {
    return "database/server.jte";
  }

  /**
   * A database of the server.
   *
   * @param remark why it cannot be chosen, or was not added; empty for nothing
   * @param link to its page, when it is registered already; null otherwise
   */
  public record Choice(
      String name, boolean chosen, boolean possible, String remark, @Nullable String link) {}

  /** A database that was added, and its page. */
  public record Added(String name, String link) {}
}
