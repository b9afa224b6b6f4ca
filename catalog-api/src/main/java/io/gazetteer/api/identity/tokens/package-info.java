/** Makes, lists and checks tokens for programs. */
@NullMarked
package io.gazetteer.api.identity.tokens;

import org.jspecify.annotations.NullMarked;
