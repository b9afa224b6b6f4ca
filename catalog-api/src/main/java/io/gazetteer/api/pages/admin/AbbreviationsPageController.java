package io.gazetteer.api.pages.admin;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.search.abbreviations.Abbreviation;
import io.gazetteer.api.search.abbreviations.EditedAbbreviations;
import io.gazetteer.api.search.abbreviations.TriedAbbreviations;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.pages.admin.AbbreviationsPage;
import io.gazetteer.pages.admin.AbbreviationsPage.Form;
import io.gazetteer.pages.admin.AbbreviationsPage.Tried;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows, tries and edits abbreviations. */
@Controller
final class AbbreviationsPageController {
  private static final int MOST_CHARACTERS = 200;

  private final Answers answers;
  private final EditedAbbreviations abbreviations;
  private final TriedAbbreviations tried;

  AbbreviationsPageController(
      Answers answers, EditedAbbreviations abbreviations, TriedAbbreviations tried) {
    this.answers = answers;
    this.abbreviations = abbreviations;
    this.tried = tried;
  }

  @GetMapping("/admin/abbreviations")
  ResponseEntity<byte[]> show(Visit visit) {
    return answers.of(page(visit, null, List.of(), null));
  }

  @PostMapping("/admin/abbreviations")
  ResponseEntity<byte[]> save(Visit visit, FormFields form) {
    var lines = new AbbreviationLines(form.text("list"));
    try {
      abbreviations.replace(lines.toJson(), Optional.of(form.text("tag")));
      return answers.of(page(visit, "The list is in use.", List.of(), null));
    } catch (Problem e) {
      return answers.again(page(visit, null, lines.said(Mistakes.of(e)), form));
    } catch (DomainException e) {
      var said = List.of(Mistakes.sentence(e) + " Load the page again to see it.");
      return answers.again(page(visit, null, said, form));
    }
  }

  @PostMapping("/admin/abbreviations/reset")
  ResponseEntity<byte[]> reset(Visit visit, FormFields form) {
    abbreviations.reset(Optional.of(form.text("tag")));
    return answers.of(
        page(visit, "The list that comes with Gazetteer is in use.", List.of(), null));
  }

  private AbbreviationsPage page(
      Visit visit, @Nullable String notice, List<String> complaints, @Nullable FormFields form) {
    var list = abbreviations.read();
    var typed = visit.text("try");
    return new AbbreviationsPage(
        visit.frame("Abbreviations", "admin"),
        notice,
        complaints,
        form == null ? text(list.abbreviations()) : form.text("list"),
        form == null ? list.tag() : form.text("tag"),
        list.builtIn(),
        Texts.number(list.abbreviations().size()),
        typed,
        typed.isBlank() || typed.length() > MOST_CHARACTERS ? null : tried(typed));
  }

  private static String text(List<Abbreviation> list) {
    return list.stream()
        .map(one -> one.shortForm() + " = " + String.join(", ", one.longForms()))
        .collect(Collectors.joining("\n"));
  }

  private Tried tried(String text) {
    var found = tried.of(text);
    return new Tried(
        String.join(", ", found.words()),
        found.forms().stream().map(form -> new Form(form.words(), form.form())).toList());
  }
}
