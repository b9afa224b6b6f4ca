/** Sends the messages of webhooks, signed, until they have arrived. */
@NullMarked
package io.gazetteer.api.sources.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
