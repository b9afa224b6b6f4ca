package io.gazetteer.api.pages.databases;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.connectioncheck.ServerReport;
import io.gazetteer.api.sources.registration.RegisterDataSource;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The form that lists the databases of a server, and adds those that someone chooses. */
@Controller
final class AddServerController {
  private final Answers answers;
  private final RegisterDataSource registering;
  private final ChosenDatabases chosen;

  AddServerController(Answers answers, RegisterDataSource registering, ChosenDatabases chosen) {
    this.answers = answers;
    this.registering = registering;
    this.chosen = chosen;
  }

  @GetMapping("/databases/server")
  ResponseEntity<byte[]> empty(Visit visit) {
    return answers.of(
        new ServerForms(visit, Map.of("db_type", "PostgreSQL", "tls_mode", "prefer")).empty());
  }

  @PostMapping("/databases/server")
  ResponseEntity<byte[]> take(Visit visit, FormFields form) {
    var forms = new ServerForms(visit, DatabaseForms.kept(form));
    try {
      return form.text("do").equals("add") ? add(visit, form, forms) : list(form, forms);
    } catch (Problem e) {
      return answers.again(forms.refused(form, DatabaseForms.wrong(e), DatabaseForms.complaint(e)));
    } catch (DomainException e) {
      return answers.again(forms.refused(form, Map.of(), Mistakes.sentence(e)));
    }
  }

  private ResponseEntity<byte[]> list(FormFields form, ServerForms forms) {
    var server = DataSourceForm.server(DatabaseForms.added(form));
    ServerReport report = registering.databases(server, Callers.current());
    return report.ok() ? answers.of(forms.listed(report)) : answers.again(forms.failed(report));
  }

  private ResponseEntity<byte[]> add(Visit visit, FormFields form, ServerForms forms) {
    var names = form.all("chosen");
    if (names.isEmpty()) {
      return answers.again(forms.refused(form, Map.of(), "Choose at least one database."));
    }
    List<ChosenDatabases.Outcome> outcomes = chosen.register(form, names, Callers.current());
    if (outcomes.stream().allMatch(outcome -> outcome.id() != null)) {
      return names.size() == 1
          ? answers.goTo(visit, "databases/" + outcomes.getFirst().id())
          : answers.goTo(visit, "databases?filter=" + forms.host());
    }
    return answers.again(forms.added(form, outcomes));
  }
}
