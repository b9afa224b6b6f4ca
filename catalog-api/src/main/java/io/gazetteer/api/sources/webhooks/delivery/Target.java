package io.gazetteer.api.sources.webhooks.delivery;

import java.net.URI;

/**
 * Says where a webhook's messages go, and what they are signed with. Neither is ever printed: the
 * address of a chat lets anyone write there.
 */
public record Target(String url, String secret) {
  URI uri() {
    return URI.create(url);
  }

  @Override
  public String toString() {
    return "[target]";
  }
}
