/** Finds out who is calling: login, access tokens, the keys that sign them, administrators. */
@NullMarked
package io.gazetteer.api.identity.auth;

import org.jspecify.annotations.NullMarked;
