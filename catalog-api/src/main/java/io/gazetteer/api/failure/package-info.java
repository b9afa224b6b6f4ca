/** Why a use case refuses what it is asked for, in words that know no HTTP. */
@NullMarked
package io.gazetteer.api.failure;

import org.jspecify.annotations.NullMarked;
