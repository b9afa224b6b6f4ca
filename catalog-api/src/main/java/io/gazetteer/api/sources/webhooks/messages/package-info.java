/** Makes the messages of webhooks of what has happened. */
@NullMarked
package io.gazetteer.api.sources.webhooks.messages;

import org.jspecify.annotations.NullMarked;
