/** The first page, the page of hits, suggestions, and hits to take away. */
@NullMarked
package io.gazetteer.api.pages.search;

import org.jspecify.annotations.NullMarked;
