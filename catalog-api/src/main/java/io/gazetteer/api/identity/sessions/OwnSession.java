package io.gazetteer.api.identity.sessions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login that is good for something.
 *
 * @param kind {@code page} in a browser, {@code api} for tokens of a program
 * @param agent what the browser calls itself; null for programs, and when nobody knows
 */
public record OwnSession(UUID id, String kind, Instant startedAt, @Nullable String agent) {}
