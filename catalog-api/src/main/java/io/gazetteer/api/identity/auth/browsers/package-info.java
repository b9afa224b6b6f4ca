/** Tells requests of browsers from others, with their cookies and the tokens of forms. */
@NullMarked
package io.gazetteer.api.identity.auth.browsers;

import org.jspecify.annotations.NullMarked;
