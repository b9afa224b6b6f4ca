/** Knows who calls and what each may do: users, logins, tokens, roles, keys and the audit. */
@NullMarked
package io.gazetteer.api.identity;

import org.jspecify.annotations.NullMarked;
