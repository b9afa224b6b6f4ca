package io.gazetteer.pages.admin;

import java.util.List;
import java.util.Map;

/**
 * What a form about a webhook is filled in with.
 *
 * @param wrong what is wrong with fields, by name
 * @param secret what the field of the secret is called
 * @param changes kinds of change, with commas between them
 */
public record WebhookFields(
    Map<String, String> wrong,
    String url,
    String secret,
    List<Choice> formats,
    List<Choice> events,
    String dataSource,
    String schema,
    String table,
    String changes) {
  public WebhookFields {
    wrong = Map.copyOf(wrong);
    formats = List.copyOf(formats);
    events = List.copyOf(events);
  }

  /** Something to choose. */
  public record Choice(String name, String label, boolean chosen) {}

  /** Says whether the form should show what it usually hides. */
  public boolean isFiltered() {
    return !(dataSource + schema + table + changes).isEmpty();
  }
}
