package io.gazetteer.api.identity.tokens;

import io.gazetteer.api.identity.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is listed: all but the token.
 *
 * @param role what it may do, unless its owner may do less
 * @param lastUsedAt to the minute; null when it was never used
 */
public record ApiToken(
    UUID id,
    String name,
    String owner,
    Role role,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
