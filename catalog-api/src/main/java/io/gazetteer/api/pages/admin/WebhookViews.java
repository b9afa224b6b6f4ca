package io.gazetteer.api.pages.admin;

import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.webhooks.Webhook;
import io.gazetteer.api.sources.webhooks.WebhookAdministration;
import io.gazetteer.api.sources.webhooks.delivery.Delivery;
import io.gazetteer.pages.admin.WebhookFields;
import io.gazetteer.pages.admin.WebhookPage;
import io.gazetteer.pages.admin.WebhookPage.Sent;
import io.gazetteer.pages.admin.WebhooksPage;
import io.gazetteer.pages.admin.WebhooksPage.Row;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the pages of webhooks. Thread safe. */
@Component
final class WebhookViews {
  private static final int AT_ONCE = 50;

  private final WebhookAdministration webhooks;
  private final Clock clock;

  WebhookViews(WebhookAdministration webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** What a page says of what someone has just done. */
  record Said(@Nullable String notice, @Nullable String problem) {
    static final Said NOTHING = new Said(null, null);

    static Said done(String notice) {
      return new Said(notice, null);
    }

    static Said refused(String problem) {
      return new Said(null, problem);
    }
  }

  WebhooksPage all(Visit visit, Said said, @Nullable String made, WebhookFields fields) {
    return new WebhooksPage(
        visit.frame("Webhooks", "admin"),
        said.notice(),
        said.problem(),
        made,
        fields,
        webhooks.all().stream().map(webhook -> row(visit, webhook)).toList());
  }

  private Row row(Visit visit, Webhook webhook) {
    var delivered = webhook.deliveredAt();
    return new Row(
        receiver(webhook),
        visit.links().to("admin/webhooks/" + webhook.id()),
        webhook.events().stream().map(WebhookFormFields::label).collect(Collectors.joining(", ")),
        webhook.state().jsonName(),
        tone(webhook.state()),
        Texts.number(webhook.waiting()),
        delivered == null ? "never" : Texts.ago(delivered, clock.instant()));
  }

  /** Returns the server only: the rest of a chat's address lets anyone write there. */
  private static String receiver(Webhook webhook) {
    return URI.create(webhook.url()).getAuthority();
  }

  private static String tone(Webhook.State state) {
    return switch (state) {
      case ACTIVE -> "good";
      case FAILING -> "warn";
      case PAUSED -> "bad";
    };
  }

  WebhookPage one(Visit visit, UUID id, Said said) {
    return one(visit, id, said, WebhookFormFields.of(webhooks.read(id)));
  }

  WebhookPage one(Visit visit, UUID id, Said said, WebhookFields fields) {
    var webhook = webhooks.read(id);
    var before = visit.text("before");
    var found =
        webhooks.deliveries(
            id, before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE, AT_ONCE + 1);
    var shown = found.stream().limit(AT_ONCE).toList();
    var path = "admin/webhooks/" + id;
    return new WebhookPage(
        visit.frame("Webhook", "admin"),
        receiver(webhook),
        webhook.state().jsonName(),
        tone(webhook.state()),
        webhook.state() == Webhook.State.PAUSED,
        webhook.note(),
        said.notice(),
        said.problem(),
        fields,
        visit.links().to(path),
        shown.stream().map(this::sent).toList(),
        found.size() > AT_ONCE
            ? visit.links().to(path + "?before=" + shown.getLast().number())
            : null);
  }

  private Sent sent(Delivery delivery) {
    return new Sent(
        Texts.ago(delivery.createdAt(), clock.instant()),
        WebhookFormFields.label(delivery.event()),
        delivery.state().jsonName(),
        switch (delivery.state()) {
          case WAITING -> "warn";
          case DELIVERED -> "good";
          case FAILED -> "bad";
        },
        Integer.toString(delivery.attempts()),
        delivery.attempts() == 0 ? "" : answer(delivery.status(), delivery.error()),
        delivery.id().toString());
  }

  /** Says what an answer was, for people. */
  static String answer(@Nullable Integer status, @Nullable String error) {
    var said = error == null ? "taken" : error.replace('_', ' ');
    return status == null ? said : said + " (" + status + ")";
  }
}
