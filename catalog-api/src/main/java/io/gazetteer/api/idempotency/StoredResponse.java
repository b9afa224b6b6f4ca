package io.gazetteer.api.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Holds what a request was answered.
 *
 * @param location of what was created; null when the answer did not say
 * @param body JSON
 */
record StoredResponse(int status, @Nullable String location, String body) {}
