package io.gazetteer.api.pages.admin;

import io.gazetteer.api.operations.index.IndexAdministration;
import io.gazetteer.api.operations.index.IndexSize;
import io.gazetteer.api.operations.index.RebuildView;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.pages.admin.IndexPage;
import io.gazetteer.pages.admin.IndexPage.Row;
import io.gazetteer.pages.admin.RebuildPart;
import io.gazetteer.pages.database.StateView;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the search index, and has it built again. */
@Controller
final class IndexPageController {
  private static final double MEGABYTE = 1_000_000;

  private final Answers answers;
  private final IndexAdministration index;

  IndexPageController(Answers answers, IndexAdministration index) {
    this.answers = answers;
    this.index = index;
  }

  @GetMapping("/admin/index")
  ResponseEntity<byte[]> show(Visit visit) {
    return answers.of(page(visit, null));
  }

  @GetMapping("/admin/index/live")
  ResponseEntity<byte[]> live(Visit visit) {
    return answers.of(part(visit, index.newestRebuild()));
  }

  @PostMapping("/admin/index/rebuild")
  ResponseEntity<byte[]> rebuild(Visit visit, FormFields form) {
    return index.rebuild().isPresent()
        ? answers.goTo(visit, "admin/index")
        : answers.again(page(visit, "A rebuild of the index is running already."));
  }

  private IndexPage page(Visit visit, @Nullable String problem) {
    var view = index.read();
    return new IndexPage(
        visit.frame("Search index", "admin"),
        problem,
        view.indexes().stream().map(IndexPageController::row).toList(),
        part(visit, Optional.ofNullable(view.rebuild())));
  }

  private static Row row(IndexSize size) {
    var documents = size.documents();
    var bytes = size.bytes();
    return new Row(
        size.alias(),
        size.index(),
        size.state().replace('_', ' '),
        documents == null ? "unknown" : Texts.number(documents),
        bytes == null ? "unknown" : String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE));
  }

  private static RebuildPart part(Visit visit, Optional<RebuildView> found) {
    if (found.isEmpty()) {
      return new RebuildPart(
          visit.links(), new StateView("none yet", "idle", "clock"), "", null, null, "");
    }
    var rebuild = found.get();
    boolean isLive = rebuild.finishedAt() == null;
    return new RebuildPart(
        visit.links(),
        state(rebuild),
        phase(rebuild),
        isLive ? percent(rebuild) : null,
        rebuild.error() == null ? null : rebuild.error().message(),
        isLive ? visit.links().to("admin/index/live") : "");
  }

  private static StateView state(RebuildView rebuild) {
    return switch (rebuild.state()) {
      case "SUCCEEDED" -> new StateView("done", "good", "check");
      case "FAILED" -> new StateView("failed", "bad", "warning");
      case "RUNNING" -> new StateView("running", "live", "spin");
      default -> new StateView("waiting", "idle", "clock");
    };
  }

  private static String phase(RebuildView rebuild) {
    var total = rebuild.tablesTotal();
    if (rebuild.state().equals("PENDING")) {
      return "Waits for a worker.";
    }
    return total == null
        ? "Waits for running crawls."
        : "%s of %s were copied."
            .formatted(Texts.number(rebuild.tablesCopied()), Texts.count(total, "table", "tables"));
  }

  private static @Nullable Integer percent(RebuildView rebuild) {
    long total = Objects.requireNonNullElse(rebuild.tablesTotal(), 0L);
    return total == 0 ? null : (int) Math.min(100, 100 * rebuild.tablesCopied() / total);
  }
}
