package io.gazetteer.api.identity.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that someone did.
 *
 * @param actor null when nobody had proven who they are
 * @param via session, token, external, console or nobody
 * @param address that the request came from
 * @param target what it was done to: an id, or a name
 * @param details a JSON object
 */
record AuditEvent(
    long id,
    Instant at,
    @Nullable UUID actorId,
    @Nullable String actor,
    String via,
    @Nullable String address,
    String action,
    @Nullable String target,
    @JsonRawValue String details) {}
