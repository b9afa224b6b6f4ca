package io.gazetteer.api.pages.databases;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.api.sources.registration.ChangeDataSource;
import io.gazetteer.api.sources.registration.PasswordNeededException;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.common.catalog.DataSources;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form that changes a database. */
@Controller
final class EditDatabaseController {
  private final Answers answers;
  private final ChangeDataSource changing;
  private final DatabaseViews views;
  private final DataSources sources;

  EditDatabaseController(
      Answers answers, ChangeDataSource changing, DatabaseViews views, DataSources sources) {
    this.answers = answers;
    this.changing = changing;
    this.views = views;
    this.sources = sources;
  }

  @GetMapping("/databases/{id}/edit")
  ResponseEntity<byte[]> edit(@PathVariable UUID id, Visit visit) {
    var view = views.find(id);
    var values = DatabaseForms.values(view);
    return answers.of(DatabaseForms.changing(visit, id, view.dbName(), values, Map.of(), null));
  }

  @PostMapping("/databases/{id}/edit")
  ResponseEntity<byte[]> save(@PathVariable UUID id, Visit visit, FormFields form) {
    var before = sources.find(id).orElseThrow(NoSuchDataSourceException::new);
    try {
      var change = DataSourceForm.change(DatabaseForms.changed(form), before.kind(), before.tls());
      changing.change(id, change);
      return answers.goTo(visit, "databases/" + id);
    } catch (PasswordNeededException e) {
      var wrong =
          Map.of("password", "is needed again for a new host, port or user, and for weaker TLS");
      return answers.again(
          DatabaseForms.changing(
              visit, id, before.dbName(), DatabaseForms.kept(form), wrong, null));
    } catch (Problem e) {
      return answers.again(
          DatabaseForms.changing(
              visit,
              id,
              before.dbName(),
              DatabaseForms.kept(form),
              DatabaseForms.wrong(e),
              DatabaseForms.complaint(e)));
    } catch (DomainException e) {
      return answers.again(
          DatabaseForms.changing(
              visit, id, before.dbName(), DatabaseForms.kept(form), Map.of(), e.getMessage()));
    }
  }
}
