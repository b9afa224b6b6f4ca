/** The API as a running process and the documents a worker would have written. */
@NullMarked
package io.gazetteer.api.testing;

import org.jspecify.annotations.NullMarked;
