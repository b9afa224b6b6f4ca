/** Signing in to pages at an external OpenID Connect issuer. */
@NullMarked
package io.gazetteer.api.identity.oidc;

import org.jspecify.annotations.NullMarked;
