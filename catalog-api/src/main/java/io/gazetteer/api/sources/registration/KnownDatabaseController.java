package io.gazetteer.api.sources.registration;

import io.gazetteer.api.web.input.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists for everyone what is in the catalog, and how fresh it is. */
@RestController
@RequestMapping("/api/databases")
final class KnownDatabaseController {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final KnownDatabases databases;

  KnownDatabaseController(KnownDatabases databases) {
    this.databases = databases;
  }

  record Page(List<KnownDatabase> databases, @Nullable String nextCursor) {}

  @GetMapping
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(RegistrationCursor.SHAPE);
    parameters.check();
    var found = databases.page(RegistrationCursor.of(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next =
        found.size() > limit
            ? RegistrationCursor.after(page.getLast().createdAt(), page.getLast().id())
            : null;
    return new Page(page, next);
  }
}
