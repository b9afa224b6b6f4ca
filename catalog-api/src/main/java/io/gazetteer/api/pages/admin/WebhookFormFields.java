package io.gazetteer.api.pages.admin;

import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.sources.webhooks.Webhook;
import io.gazetteer.api.sources.webhooks.messages.MessageFormat;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import io.gazetteer.api.sources.webhooks.messages.WebhookFilter;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.pages.admin.WebhookFields;
import io.gazetteer.pages.admin.WebhookFields.Choice;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Between the form about a webhook and the fields that the API takes. */
final class WebhookFormFields {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NEW_SECRET = "Secret; left out, one is made";
  private static final String OTHER_SECRET = "New secret; left out, it stays";

  private WebhookFormFields() {}

  /** Returns the form as the API takes it, so that the same rules hold. */
  static JsonFields toJson(FormFields form) {
    var body = JSON.createObjectNode();
    for (String name : List.of("url", "secret", "format")) {
      put(body, name, form.text(name).strip());
    }
    var events = body.putArray("events");
    form.all("events").forEach(events::add);
    var filter = body.putObject("filter");
    for (String name : List.of("data_source", "schema", "table")) {
      put(filter, name, form.text(name));
    }
    var kinds =
        Arrays.stream(form.text("changes").split(",", -1))
            .map(String::strip)
            .filter(kind -> !kind.isEmpty())
            .toList();
    if (!kinds.isEmpty()) {
      var changes = filter.putArray("changes");
      kinds.forEach(changes::add);
    }
    return JsonFields.of(body);
  }

  private static void put(ObjectNode body, String name, String text) {
    if (!text.isEmpty()) {
      body.put(name, text);
    }
  }

  /** Says what is wrong with each field of the form. */
  static Map<String, String> wrong(Problem problem) {
    var wrong = new LinkedHashMap<String, String>();
    Mistakes.of(problem).forEach((field, said) -> wrong.put(field.replace("filter.", ""), said));
    return wrong;
  }

  /** Fills in what nobody has filled in yet. */
  static WebhookFields empty() {
    return fields(
        Map.of(),
        "",
        NEW_SECRET,
        MessageFormat.JSON.jsonName(),
        List.of("changes"),
        WebhookFilter.ALL);
  }

  static WebhookFields of(Webhook webhook) {
    return fields(
        Map.of(),
        webhook.url(),
        OTHER_SECRET,
        webhook.format().jsonName(),
        webhook.events().stream().map(WebhookEvent::jsonName).toList(),
        webhook.filter());
  }

  /** Fills in again what was refused, but for the secret. */
  static WebhookFields again(FormFields form, Map<String, String> wrong, boolean isNew) {
    return fields(
        wrong,
        form.text("url"),
        isNew ? NEW_SECRET : OTHER_SECRET,
        form.text("format"),
        form.all("events"),
        new WebhookFilter(
            form.text("data_source"),
            form.text("schema"),
            form.text("table"),
            List.of(form.text("changes"))));
  }

  private static WebhookFields fields(
      Map<String, String> wrong,
      String url,
      String secret,
      String format,
      Collection<String> events,
      WebhookFilter filter) {
    return new WebhookFields(
        wrong,
        url,
        secret,
        Arrays.stream(MessageFormat.values())
            .map(one -> new Choice(one.jsonName(), label(one), one.jsonName().equals(format)))
            .toList(),
        WebhookEvent.offered().stream()
            .map(one -> new Choice(one.jsonName(), label(one), events.contains(one.jsonName())))
            .toList(),
        text(filter.dataSource()),
        text(filter.schema()),
        text(filter.table()),
        String.join(", ", Objects.requireNonNullElse(filter.changes(), List.of())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String label(MessageFormat format) {
    return switch (format) {
      case JSON -> "JSON, for programs";
      case SLACK -> "Text, for Slack and chats like it";
    };
  }

  static String label(WebhookEvent event) {
    return switch (event) {
      case CHANGES -> "changes";
      case CRAWL_FAILED -> "failed crawls";
      case CRAWL_HELD -> "held crawls";
      case STALE -> "stale databases";
      case TEST -> "test";
    };
  }
}
