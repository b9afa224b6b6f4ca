/** Finds out who is calling, lets people log in, and refuses what a caller may not do. */
@NullMarked
package io.gazetteer.api.identity.auth;

import org.jspecify.annotations.NullMarked;
