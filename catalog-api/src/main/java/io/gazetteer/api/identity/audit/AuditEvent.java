package io.gazetteer.api.identity.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.gazetteer.api.web.Csv;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that someone did.
 *
 * @param actor null when nobody had proven who they are
 * @param issuer that vouches for an external caller; null for all others
 * @param subject who an external caller is at the issuer; the name is only what it goes by
 * @param via session, token, external, console or nobody
 * @param address that the request came from
 * @param target what it was done to: an id, or a name
 * @param details a JSON object
 */
public record AuditEvent(
    long id,
    Instant at,
    @Nullable UUID actorId,
    @Nullable String actor,
    @Nullable String issuer,
    @Nullable String subject,
    String via,
    @Nullable String address,
    String action,
    @Nullable String target,
    @JsonRawValue String details) {
  /** Returns the names of the cells of {@link #csv()}. */
  public static String csvHeading() {
    return Csv.row(
        "at", "actor", "via", "address", "action", "target", "details", "issuer", "subject");
  }

  /** Returns the event as a row of a table. */
  public String csv() {
    return Csv.row(at.toString(), actor, via, address, action, target, details, issuer, subject);
  }
}
