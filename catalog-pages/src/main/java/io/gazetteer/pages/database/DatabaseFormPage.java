package io.gazetteer.pages.database;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is needed to read a database.
 *
 * @param action where the form leads
 * @param changed the name of the database that is changed; null when one is added
 * @param values of the fields, never of the password
 * @param wrong what is wrong with fields, by name
 * @param complaint what is wrong with all of it; null when nothing is
 * @param report of the test that failed; null when none did
 */
public record DatabaseFormPage(
    Frame frame,
    String action,
    String back,
    @Nullable String changed,
    List<String> kinds,
    List<String> tlsModes,
    Map<String, String> values,
    Map<String, String> wrong,
    @Nullable String complaint,
    @Nullable ReportView report)
    implements Page, SourceFields {
  public DatabaseFormPage {
    kinds = List.copyOf(kinds);
    tlsModes = List.copyOf(tlsModes);
    values = Map.copyOf(values);
    wrong = Map.copyOf(wrong);
  }

  @Override
  public String template() {
    return "database/form.jte";
  }
}
