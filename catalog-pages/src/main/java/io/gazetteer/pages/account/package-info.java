/** The page of one's own account. */
@NullMarked
package io.gazetteer.pages.account;

import org.jspecify.annotations.NullMarked;
