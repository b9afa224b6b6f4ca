/** Shows how crawls are getting on: snapshots, event streams, failures. */
@NullMarked
package io.gazetteer.api.crawls.progress;

import org.jspecify.annotations.NullMarked;
