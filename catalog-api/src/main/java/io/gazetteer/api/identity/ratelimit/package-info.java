/** Limits how often someone may try a password, and how often someone may call. */
@NullMarked
package io.gazetteer.api.identity.ratelimit;

import org.jspecify.annotations.NullMarked;
