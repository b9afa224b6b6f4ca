/** Knows the data sources that answers are about, and which of them a caller means. */
@NullMarked
package io.gazetteer.api.sources;

import org.jspecify.annotations.NullMarked;
