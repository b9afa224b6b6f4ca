/** Manages webhooks: addresses outside that are told what crawls found. */
@NullMarked
package io.gazetteer.api.sources.webhooks;

import org.jspecify.annotations.NullMarked;
