/**
 * Secrets: encryption of what a data source's owner entrusted to us, and types that never print it.
 */
@NullMarked
package io.gazetteer.common.secrets;

import org.jspecify.annotations.NullMarked;
