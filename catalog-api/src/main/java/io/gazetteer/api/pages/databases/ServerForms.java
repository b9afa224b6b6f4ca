package io.gazetteer.api.pages.databases;

import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.connectioncheck.ServerReport;
import io.gazetteer.api.sources.connectioncheck.ServerReport.FoundDatabase;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.database.ServerFormPage;
import io.gazetteer.pages.database.ServerFormPage.Added;
import io.gazetteer.pages.database.ServerFormPage.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a server, as it is after each step.
 *
 * @param values of the fields
 */
record ServerForms(Visit visit, Map<String, String> values) {
  ServerFormPage empty() {
    return page(Map.of(), null, List.of(), null, List.of(), List.of());
  }

  /** Returns the host, for a link. */
  String host() {
    return Links.encoded(values.getOrDefault("hostname", "").strip());
  }

  ServerFormPage listed(ServerReport report) {
    var choices = report.databases().stream().map(this::choice).toList();
    var count = Texts.count(choices.size(), "database", "databases");
    return page(
        Map.of(),
        null,
        List.of(),
        report.complete() ? count + " on this server" : "The first " + count + " of this server",
        choices,
        List.of());
  }

  private Choice choice(FoundDatabase found) {
    var id = found.id();
    boolean isPossible = id == null && found.mayConnect();
    return new Choice(
        found.dbName(),
        isPossible,
        isPossible,
        found.mayConnect() ? "" : "this user may not connect",
        id == null ? null : link(id));
  }

  ServerFormPage failed(ServerReport report) {
    var problem = report.problem();
    return page(
        Map.of(),
        problem == null
            ? "The server cannot be read."
            : problem.message() + " (" + problem.code() + ").",
        report.grants(),
        null,
        List.of(),
        List.of());
  }

  /** The form again, with the databases that it had. */
  ServerFormPage refused(FormFields form, Map<String, String> wrong, @Nullable String complaint) {
    var chosen = new HashSet<>(form.all("chosen"));
    var choices =
        form.all("listed").stream()
            .map(name -> new Choice(name, chosen.contains(name), true, "", null))
            .toList();
    return page(wrong, complaint, List.of(), note(choices), choices, List.of());
  }

  /** The form again after some of the chosen databases could not be added. */
  ServerFormPage added(FormFields form, List<ChosenDatabases.Outcome> outcomes) {
    var problems = new LinkedHashMap<String, String>();
    var added = new ArrayList<Added>();
    for (var outcome : outcomes) {
      if (outcome.id() == null) {
        problems.put(outcome.name(), outcome.problem());
      } else {
        added.add(new Added(outcome.name(), link(outcome.id())));
      }
    }
    var done = new HashSet<>(added.stream().map(Added::name).toList());
    var choices =
        form.all("listed").stream()
            .filter(name -> !done.contains(name))
            .map(
                name ->
                    new Choice(
                        name,
                        problems.containsKey(name),
                        true,
                        problems.getOrDefault(name, ""),
                        null))
            .toList();
    return page(
        Map.of(), "Not all of them could be added.", List.of(), note(choices), choices, added);
  }

  private static @Nullable String note(List<Choice> choices) {
    return choices.isEmpty() ? null : Texts.count(choices.size(), "database", "databases");
  }

  private String link(UUID id) {
    return visit.links().to("databases/" + id);
  }

  private ServerFormPage page(
      Map<String, String> wrong,
      @Nullable String complaint,
      List<String> grants,
      @Nullable String note,
      List<Choice> choices,
      List<Added> added) {
    return new ServerFormPage(
        visit.frame("Add databases of a server", "databases"),
        visit.links().to("databases/server"),
        DatabaseForms.kinds(),
        DatabaseForms.tlsModes(),
        values,
        wrong,
        complaint,
        grants,
        note,
        choices,
        added);
  }
}
