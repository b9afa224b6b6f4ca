/** Turns identifiers such as {@code CUSTEMAIL} or {@code CustomerEmailAddress} into words. */
@NullMarked
package io.gazetteer.common.words;

import org.jspecify.annotations.NullMarked;
