package io.gazetteer.api.web;

import org.springframework.security.web.firewall.RequestRejectedException;

/** A request that a page of another site has sent, or that asks by a name that is not ours. */
public final class ForeignSiteException extends RequestRejectedException {
  private static final long serialVersionUID = 1L;

  ForeignSiteException(String message) {
    super(message);
  }
}
