package io.gazetteer.api.pages.databases;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.registration.ConnectionFailedException;
import io.gazetteer.api.sources.registration.RegisterDataSource;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The form that adds a database: it tests the connection first. */
@Controller
final class AddDatabaseController {
  private static final Map<String, String> PORTS =
      Map.of("PostgreSQL", "5432", "MySQL", "3306", "MariaDB", "3306");

  private final Answers answers;
  private final RegisterDataSource registering;

  AddDatabaseController(Answers answers, RegisterDataSource registering) {
    this.answers = answers;
    this.registering = registering;
  }

  @GetMapping("/databases/new")
  ResponseEntity<byte[]> empty(Visit visit) {
    var values = Map.of("db_type", "PostgreSQL", "tls_mode", "prefer");
    return answers.of(DatabaseForms.adding(visit, values, Map.of(), null, null));
  }

  @PostMapping("/databases/new")
  ResponseEntity<byte[]> add(Visit visit, FormFields form) {
    var filled = filled(form);
    var values = DatabaseForms.kept(filled);
    var caller = Callers.current();
    try {
      var source = DataSourceForm.newDataSource(DatabaseForms.added(filled));
      if (form.text("do").equals("test")) {
        var report = Reports.of(registering.test(source, caller));
        return answers.of(DatabaseForms.adding(visit, values, Map.of(), null, report));
      }
      var id =
          form.text("do").equals("force")
              ? registering.register(source)
              : registering.registerTested(source, caller);
      return answers.goTo(visit, "databases/" + id);
    } catch (ConnectionFailedException e) {
      var report = Reports.of(e.report());
      return answers.again(DatabaseForms.adding(visit, values, Map.of(), null, report));
    } catch (Problem e) {
      return answers.again(
          DatabaseForms.adding(
              visit, values, DatabaseForms.wrong(e), DatabaseForms.complaint(e), null));
    } catch (DomainException e) {
      return answers.again(DatabaseForms.adding(visit, values, Map.of(), e.getMessage(), null));
    }
  }

  /** Fills what was left empty from the connection string, and the usual port. */
  private static FormFields filled(FormFields form) {
    var filled = form;
    for (var field : ConnectionText.fields(form.text("url")).entrySet()) {
      // The kind is always chosen; the text knows it better.
      if (field.getKey().equals("db_type") || form.text(field.getKey()).isEmpty()) {
        filled = filled.with(field.getKey(), field.getValue());
      }
    }
    return filled.text("port").isEmpty()
        ? filled.with("port", PORTS.getOrDefault(filled.text("db_type"), ""))
        : filled;
  }
}
