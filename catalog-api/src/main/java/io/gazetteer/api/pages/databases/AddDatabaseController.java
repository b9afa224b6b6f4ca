package io.gazetteer.api.pages.databases;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.registration.ConnectionFailedException;
import io.gazetteer.api.sources.registration.RegisterDataSource;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.web.FormFields;
import io.gazetteer.api.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The form that adds a database: it tests the connection first. */
@Controller
final class AddDatabaseController {
  private static final Set<String> TEXTS =
      Stream.concat(DatabaseForms.TEXTS.stream(), Stream.of("db_type"))
          .collect(Collectors.toUnmodifiableSet());
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
      var source = DataSourceForm.newDataSource(filled.toJson(TEXTS, DatabaseForms.NUMBERS));
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
    var values = new LinkedHashMap<String, String>();
    TEXTS.forEach(field -> values.put(field, form.text(field)));
    values.put("port", form.text("port"));
    ConnectionText.fields(form.text("url"))
        .forEach(
            (field, value) -> {
              // The kind is always chosen; the text knows it better.
              if (field.equals("db_type") || form.text(field).isEmpty()) {
                values.put(field, value);
              }
            });
    values.computeIfPresent(
        "port",
        (field, port) -> port.isEmpty() ? PORTS.getOrDefault(values.get("db_type"), "") : port);
    var filled = new LinkedHashMap<String, String[]>();
    values.forEach((field, value) -> filled.put(field, new String[] {value}));
    return new FormFields(filled);
  }
}
