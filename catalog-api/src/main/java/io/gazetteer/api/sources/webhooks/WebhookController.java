package io.gazetteer.api.sources.webhooks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.sources.webhooks.delivery.Delivery;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.input.Parameters;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Manages webhooks. */
@RestController
@RequestMapping("/api/webhooks")
final class WebhookController {
  private static final Cursor.Shape NUMBER = new Cursor.Shape(List.of(JsonNode::canConvertToLong));
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final WebhookAdministration webhooks;
  private final WebhookForm form;
  private final WebhookTests tests;

  WebhookController(WebhookAdministration webhooks, WebhookForm form, WebhookTests tests) {
    this.webhooks = webhooks;
    this.form = form;
    this.tests = tests;
  }

  record All(List<Webhook> webhooks) {}

  /**
   * @param secret shown here, and never again; null when the caller gave one
   */
  record NewWebhook(@JsonUnwrapped Webhook webhook, @Nullable String secret) {
    /** Hides the secret. */
    @Override
    public String toString() {
      return webhook.id().toString();
    }
  }

  record Page(List<Delivery> deliveries, @Nullable String nextCursor) {}

  @GetMapping
  All list() {
    return new All(webhooks.all());
  }

  @Creates(keepsAnswer = false)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NewWebhook> add(JsonFields fields) {
    var made = webhooks.add(form.create(fields));
    return ResponseEntity.created(URI.create("/api/webhooks/" + made.webhook().id()))
        .cacheControl(CacheControl.noStore())
        .body(new NewWebhook(made.webhook(), made.secret()));
  }

  @GetMapping("/{id}")
  Webhook read(@PathVariable UUID id) {
    return webhooks.read(id);
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Webhook change(@PathVariable UUID id, JsonFields fields) {
    return webhooks.change(id, form.change(fields));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id) {
    webhooks.delete(id);
  }

  @PostMapping("/{id}/test")
  WebhookTests.Result test(@PathVariable UUID id) {
    return tests.run(id, Callers.current());
  }

  @GetMapping("/{id}/deliveries")
  Page deliveries(@PathVariable UUID id, Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(NUMBER);
    parameters.check();
    long before = cursor.isEmpty() ? Long.MAX_VALUE : cursor.getFirst().longValue();
    var found = webhooks.deliveries(id, before, limit + 1);
    var page = found.stream().limit(limit).toList();
    return new Page(page, found.size() > limit ? Cursor.encode(page.getLast().number()) : null);
  }
}
