/** Sends events with the transaction that caused them. */
@NullMarked
package io.gazetteer.api.crawls.outbox;

import org.jspecify.annotations.NullMarked;
