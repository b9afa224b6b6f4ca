/** Tokens for programs. */
@NullMarked
package io.gazetteer.api.tokens;

import org.jspecify.annotations.NullMarked;
