/** Signing in and out, the files that pages load, and problems as pages. */
@NullMarked
package io.gazetteer.api.pages.entry;

import org.jspecify.annotations.NullMarked;
