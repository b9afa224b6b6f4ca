package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.webhooks.delivery.Signature;
import io.gazetteer.api.sources.webhooks.messages.MessageFormat;
import io.gazetteer.api.sources.webhooks.messages.WebhookEvent;
import io.gazetteer.api.sources.webhooks.messages.WebhookFilter;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a webhook is to be from a request. Thread safe. */
@Component
@FromRequest
public final class WebhookForm {
  private static final Pattern CHANGE = Pattern.compile("[a-z]+(_[a-z]+)+");
  private static final int LEAST_SECRET = 16;
  private static final int MOST_SECRET = 200;
  private static final int LONGEST_NAME = 300;
  private static final int MOST_KINDS = 50;
  private static final String EVENTS =
      "must be some of " + String.join(", ", names(WebhookEvent.offered()));

  private final DataSourceDirectory sources;

  WebhookForm(DataSourceDirectory sources) {
    this.sources = sources;
  }

  private static List<String> names(List<WebhookEvent> events) {
    return events.stream().map(WebhookEvent::jsonName).toList();
  }

  /** Reads a new webhook. */
  public WebhookWish create(JsonFields fields) {
    var url = url(fields);
    var wish =
        new WebhookWish(url, secret(fields), format(fields), events(fields), filter(fields), null);
    fields.refuseOthers(Set.of("url", "secret", "format", "events", "filter"));
    fields.check();
    return new WebhookWish(
        wish.url(),
        wish.secret(),
        wish.format() == null ? MessageFormat.JSON : wish.format(),
        wish.events() == null ? List.of(WebhookEvent.CHANGES) : wish.events(),
        wish.filter() == null ? WebhookFilter.ALL : wish.filter(),
        null);
  }

  /** Reads a change; what is left out stays. */
  public WebhookWish change(JsonFields fields) {
    var wish =
        new WebhookWish(
            fields.has("url") ? url(fields) : null,
            secret(fields),
            format(fields),
            events(fields),
            filter(fields),
            fields.has("paused") ? fields.flag("paused") : null);
    fields.refuseOthers(Set.of("url", "secret", "format", "events", "filter", "paused"));
    fields.check();
    return wish;
  }

  private static @Nullable ReceiverUrl url(JsonFields fields) {
    var text = fields.text("url");
    var url = text == null ? null : ReceiverUrl.parse(text).orElse(null);
    if (text != null && url == null) {
      fields.refuse(
          "url", "must be an address that begins with https:// or http://, without a login");
    }
    return url;
  }

  private static @Nullable String secret(JsonFields fields) {
    var secret = fields.has("secret") ? fields.text("secret") : null;
    if (secret != null
        && (secret.length() < LEAST_SECRET
            || secret.length() > MOST_SECRET
            || !secret.chars().allMatch(c -> c > ' ' && c <= '~')
            || !Signature.isWellFormed(secret))) {
      fields.refuse(
          "secret",
          "must be %d to %d visible ASCII characters; whsec_ is followed by Base64"
              .formatted(LEAST_SECRET, MOST_SECRET));
    }
    return secret;
  }

  private static @Nullable MessageFormat format(JsonFields fields) {
    var name = fields.has("format") ? fields.text("format") : null;
    var format = name == null ? null : MessageFormat.lookup(name).orElse(null);
    if (name != null && format == null) {
      fields.refuse("format", "must be json or slack");
    }
    return format;
  }

  private static @Nullable List<WebhookEvent> events(JsonFields fields) {
    var names =
        fields.has("events")
            ? fields.texts("events", WebhookEvent.offered().size(), LONGEST_NAME)
            : null;
    if (names == null) {
      return null;
    }
    var events =
        names.stream().flatMap(name -> WebhookEvent.lookup(name).stream()).distinct().toList();
    if (events.isEmpty() || events.size() < names.size()) {
      fields.refuse("events", EVENTS);
    }
    return events;
  }

  private @Nullable WebhookFilter filter(JsonFields fields) {
    var filter = fields.has("filter") ? fields.object("filter") : null;
    if (filter == null) {
      return null;
    }
    var read =
        new WebhookFilter(
            source(filter), name(filter, "schema"), name(filter, "table"), changes(filter));
    filter.refuseOthers(Set.of("data_source", "schema", "table", "changes"));
    return read;
  }

  private @Nullable String source(JsonFields filter) {
    var source = name(filter, "data_source");
    if (source != null
        && sources
            .again()
            .matching(one -> one.dbName().equals(source) || one.id().toString().equals(source))
            .isEmpty()) {
      filter.refuse("data_source", "must be the id of a data source, or its database's name");
    }
    return source;
  }

  private static @Nullable String name(JsonFields filter, String field) {
    var name = filter.has(field) ? filter.text(field) : null;
    if (name != null && (name.isEmpty() || name.length() > LONGEST_NAME)) {
      filter.refuse(field, "must be 1 to " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private static @Nullable List<String> changes(JsonFields filter) {
    var kinds = filter.has("changes") ? filter.texts("changes", MOST_KINDS, LONGEST_NAME) : null;
    if (kinds != null
        && (kinds.isEmpty() || !kinds.stream().allMatch(kind -> CHANGE.matcher(kind).matches()))) {
      filter.refuse("changes", "must be kinds of change, like column_added");
    }
    return kinds;
  }
}
