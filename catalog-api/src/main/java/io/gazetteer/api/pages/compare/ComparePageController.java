package io.gazetteer.api.pages.compare;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Times;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.schema.compare.Compare;
import io.gazetteer.api.schema.compare.Compare.Wanted;
import io.gazetteer.api.schema.compare.Comparison;
import io.gazetteer.api.schema.compare.Comparison.Place;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.change.ComparePage;
import io.gazetteer.pages.change.ComparePage.Choice;
import io.gazetteer.pages.change.ComparePage.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what differs between two databases, or one at two times. */
@Controller
final class ComparePageController {
  private static final int CHOICES = 20;
  private static final List<String> FIELDS =
      List.of("left", "left_schema", "left_as_of", "right", "right_schema", "right_as_of");

  private final Answers answers;
  private final Compare compare;
  private final DataSourceDirectory sources;

  ComparePageController(Answers answers, Compare compare, DataSourceDirectory sources) {
    this.answers = answers;
    this.compare = compare;
    this.sources = sources;
  }

  @GetMapping("/compare")
  ResponseEntity<byte[]> compare(Visit visit) {
    var left = find(visit.text("left"));
    var right = find(visit.text("right"));
    if (left.isEmpty() || right.isEmpty()) {
      return answers.of(page(visit, complaint(visit, left, right), null, null));
    }
    for (String side : List.of("left_as_of", "right_as_of")) {
      if (!visit.text(side).isEmpty() && Times.read(visit.text(side)).isEmpty()) {
        return answers.again(page(visit, "A time is written like 2030-01-31T09:00.", null, null));
      }
    }
    try {
      var found = compare.part(wanted(visit, left.get(), right.get()), after(visit));
      return answers.of(
          page(
              visit,
              null,
              found,
              new ComparedTables(
                  visit.links(), left.get(), right.get(), new TablePath(sources.now()))));
    } catch (DomainException e) {
      return answers.again(page(visit, Mistakes.sentence(e), null, null));
    }
  }

  private Optional<DataSourceEntry> find(String name) {
    return name.isBlank() ? Optional.empty() : new TablePath(sources.now()).find(name.strip());
  }

  private static @Nullable String complaint(
      Visit visit, Optional<DataSourceEntry> left, Optional<DataSourceEntry> right) {
    if (visit.text("left").isBlank() && visit.text("right").isBlank()) {
      return null;
    }
    return left.isEmpty()
        ? "Choose the database here by its whole name."
        : right.isEmpty() ? "Choose the database there by its whole name." : null;
  }

  private static Wanted wanted(Visit visit, DataSourceEntry left, DataSourceEntry right) {
    return new Wanted(
        left.id(),
        schema(visit, "left_schema"),
        Times.read(visit.text("left_as_of")).orElse(null),
        right.id(),
        schema(visit, "right_schema"),
        Times.read(visit.text("right_as_of")).orElse(null));
  }

  private static @Nullable String schema(Visit visit, String name) {
    var schema = visit.text(name).strip().replace("\0", "");
    return schema.isEmpty() ? null : schema;
  }

  private static @Nullable Place after(Visit visit) {
    var name = visit.text("after").replace("\0", "");
    return name.isEmpty() ? null : new Place(visit.text("after_schema").replace("\0", ""), name);
  }

  private ComparePage page(
      Visit visit,
      @Nullable String complaint,
      @Nullable Comparison found,
      @Nullable ComparedTables tables) {
    var next = found == null ? null : found.next();
    return new ComparePage(
        visit.frame("Compare", "changes"),
        side(visit, "left"),
        side(visit, "right"),
        complaint,
        found == null ? null : note(found),
        found == null || tables == null
            ? List.of()
            : found.tables().stream().map(tables::view).toList(),
        next == null
            ? null
            : visit
                .links()
                .to(
                    path(visit, "", "")
                        + "&after_schema="
                        + Links.encoded(next.schema())
                        + "&after="
                        + Links.encoded(next.name())));
  }

  private static String note(Comparison found) {
    var compared = Texts.count(found.compared(), "table was", "tables were") + " compared";
    return found.tables().isEmpty()
        ? compared + ", and they are the same."
        : compared + ", of which " + Texts.number(found.tables().size()) + " differ.";
  }

  private Side side(Visit visit, String name) {
    var typed = visit.text(name).strip();
    return new Side(
        typed,
        visit.text(name + "_schema"),
        visit.text(name + "_as_of"),
        typed.isEmpty() || find(typed).isPresent() ? List.of() : choices(visit, name, typed));
  }

  /** Databases whose names have the text, a few of them. */
  private List<Choice> choices(Visit visit, String name, String typed) {
    var now = sources.now();
    return now.named("*" + typed.replace("*", "") + "*").stream()
        .limit(CHOICES)
        .flatMap(id -> now.find(id).stream())
        .map(
            source ->
                new Choice(
                    source.dbName() + " on " + source.hostname(),
                    visit.links().to(path(visit, name, source.id().toString()))))
        .toList();
  }

  /** The page with one field changed. */
  private static String path(Visit visit, String changed, String value) {
    var path = new StringBuilder("compare?");
    for (String field : FIELDS) {
      path.append(field)
          .append('=')
          .append(Links.encoded(field.equals(changed) ? value : visit.text(field)))
          .append('&');
    }
    return path.substring(0, path.length() - 1);
  }
}
