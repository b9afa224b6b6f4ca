package io.gazetteer.api.pages.admin;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.webhooks.WebhookAdministration;
import io.gazetteer.api.sources.webhooks.WebhookForm;
import io.gazetteer.api.sources.webhooks.WebhookTests;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Manages webhooks. */
@Controller
final class WebhooksPageController {
  private final Answers answers;
  private final WebhookAdministration webhooks;
  private final WebhookForm form;
  private final WebhookTests tests;
  private final WebhookViews views;

  WebhooksPageController(
      Answers answers,
      WebhookAdministration webhooks,
      WebhookForm form,
      WebhookTests tests,
      WebhookViews views) {
    this.answers = answers;
    this.webhooks = webhooks;
    this.form = form;
    this.tests = tests;
    this.views = views;
  }

  @GetMapping("/admin/webhooks")
  ResponseEntity<byte[]> list(Visit visit) {
    return answers.of(views.all(visit, WebhookViews.Said.NOTHING, null, WebhookFormFields.empty()));
  }

  @PostMapping("/admin/webhooks")
  ResponseEntity<byte[]> add(Visit visit, FormFields filledIn) {
    try {
      var made = webhooks.add(form.create(WebhookFormFields.toJson(filledIn)));
      return made.secret() == null
          ? answers.goTo(visit, "admin/webhooks/" + made.webhook().id())
          : answers.of(
              views.all(
                  visit,
                  WebhookViews.Said.done("The webhook is there."),
                  made.secret(),
                  WebhookFormFields.empty()));
    } catch (Problem e) {
      var again = WebhookFormFields.again(filledIn, WebhookFormFields.wrong(e), true);
      return answers.again(views.all(visit, WebhookViews.Said.NOTHING, null, again));
    } catch (DomainException e) {
      var again = WebhookFormFields.again(filledIn, Map.of(), true);
      return answers.again(
          views.all(visit, WebhookViews.Said.refused(Mistakes.sentence(e)), null, again));
    }
  }

  @GetMapping("/admin/webhooks/{id}")
  ResponseEntity<byte[]> show(@PathVariable UUID id, Visit visit) {
    return answers.of(views.one(visit, id, WebhookViews.Said.NOTHING));
  }

  /** Saves the form, or pauses and resumes, which are forms of their own. */
  @PostMapping("/admin/webhooks/{id}")
  ResponseEntity<byte[]> change(@PathVariable UUID id, Visit visit, FormFields filledIn) {
    var paused = filledIn.text("paused");
    try {
      webhooks.change(
          id,
          form.change(
              paused.isEmpty()
                  ? WebhookFormFields.toJson(filledIn)
                  : filledIn.toJson(Set.of(), Set.of(), Set.of("paused"))));
      return answers.of(views.one(visit, id, WebhookViews.Said.done(said(paused))));
    } catch (Problem e) {
      var again = WebhookFormFields.again(filledIn, WebhookFormFields.wrong(e), false);
      return answers.again(views.one(visit, id, WebhookViews.Said.NOTHING, again));
    } catch (DomainException e) {
      var again = WebhookFormFields.again(filledIn, Map.of(), false);
      return answers.again(
          views.one(visit, id, WebhookViews.Said.refused(Mistakes.sentence(e)), again));
    }
  }

  private static String said(String paused) {
    return switch (paused) {
      case "" -> "The webhook is changed.";
      case "true" -> "The webhook is paused.";
      default -> "The webhook goes on.";
    };
  }

  @PostMapping("/admin/webhooks/{id}/test")
  ResponseEntity<byte[]> test(@PathVariable UUID id, Visit visit, FormFields filledIn) {
    try {
      var result = tests.run(id, Callers.current());
      return answers.of(
          views.one(
              visit,
              id,
              result.delivered()
                  ? WebhookViews.Said.done("The test has arrived.")
                  : WebhookViews.Said.refused(
                      "The test has not arrived: "
                          + WebhookViews.answer(result.status(), result.error())
                          + ".")));
    } catch (DomainException e) {
      return answers.again(views.one(visit, id, WebhookViews.Said.refused(Mistakes.sentence(e))));
    }
  }

  @PostMapping("/admin/webhooks/{id}/delete")
  ResponseEntity<byte[]> delete(@PathVariable UUID id, Visit visit, FormFields filledIn) {
    webhooks.delete(id);
    return answers.goTo(visit, "admin/webhooks");
  }
}
