/** Starting, watching, cancelling and confirming crawls. */
@NullMarked
package io.gazetteer.api.crawls;

import org.jspecify.annotations.NullMarked;
