package io.gazetteer.pages.database;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;

/** Asks whether a database is really to be deleted. */
public record DeletePage(Frame frame, String name, String host, String action, String back)
    implements Page {
  @Override
  public String template() {
    return "database/delete.jte";
  }
}
