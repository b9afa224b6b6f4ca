/** Trusts an external issuer: its settings, its tokens and their claims. */
@NullMarked
package io.gazetteer.api.identity.auth.issuer;

import org.jspecify.annotations.NullMarked;
