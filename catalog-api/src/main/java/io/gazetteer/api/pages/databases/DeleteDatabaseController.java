package io.gazetteer.api.pages.databases;

import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.registration.DeleteDataSource;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.pages.database.DeletePage;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The question whether a database is to be deleted, and its answer. */
@Controller
final class DeleteDatabaseController {
  private final Answers answers;
  private final DatabaseViews views;
  private final DeleteDataSource deleting;

  DeleteDatabaseController(Answers answers, DatabaseViews views, DeleteDataSource deleting) {
    this.answers = answers;
    this.views = views;
    this.deleting = deleting;
  }

  @GetMapping("/databases/{id}/delete")
  ResponseEntity<byte[]> ask(@PathVariable UUID id, Visit visit) {
    var view = views.find(id);
    var path = "databases/" + id;
    return answers.of(
        new DeletePage(
            visit.frame("Delete " + view.dbName(), "databases"),
            view.dbName(),
            view.hostname(),
            visit.links().to(path + "/delete"),
            visit.links().to(path)));
  }

  @PostMapping("/databases/{id}/delete")
  ResponseEntity<byte[]> delete(@PathVariable UUID id, Visit visit, FormFields form) {
    deleting.delete(id);
    return answers.goTo(visit, "databases");
  }
}
