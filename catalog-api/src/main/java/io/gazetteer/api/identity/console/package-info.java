/** Holds what commands of administrators share. */
@NullMarked
package io.gazetteer.api.identity.console;

import org.jspecify.annotations.NullMarked;
