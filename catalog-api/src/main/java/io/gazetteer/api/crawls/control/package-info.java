/** Starting, cancelling and confirming crawls, and forgetting old ones. */
@NullMarked
package io.gazetteer.api.crawls.control;

import org.jspecify.annotations.NullMarked;
