/**
 * Requests that create something once, however often they are sent: those with the same {@code
 * Idempotency-Key}.
 */
@NullMarked
package io.gazetteer.api.idempotency;

import org.jspecify.annotations.NullMarked;
