/** The search page, and what it suggests while someone types. */
@NullMarked
package io.gazetteer.pages.search;

import org.jspecify.annotations.NullMarked;
