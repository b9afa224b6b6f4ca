/** The pages before someone has signed in, and those that say what went wrong. */
@NullMarked
package io.gazetteer.pages.entry;

import org.jspecify.annotations.NullMarked;
