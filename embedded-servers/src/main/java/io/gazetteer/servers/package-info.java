/**
 * Real servers from Maven Central artifacts as supervised child processes; knows nothing of the
 * catalog.
 */
@NullMarked
package io.gazetteer.servers;

import org.jspecify.annotations.NullMarked;
