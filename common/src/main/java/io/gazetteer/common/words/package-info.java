/** Identifier analysis: from {@code CUSTEMAIL} or {@code CustomerEmailAddress} to words. */
@NullMarked
package io.gazetteer.common.words;

import org.jspecify.annotations.NullMarked;
