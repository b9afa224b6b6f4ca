/** Keeps logins: refresh tokens that rotate, and whether a session still lives. */
@NullMarked
package io.gazetteer.api.identity.sessions;

import org.jspecify.annotations.NullMarked;
