/** One's own account: the password, and tokens for programs. */
@NullMarked
package io.gazetteer.api.pages.account;

import org.jspecify.annotations.NullMarked;
