/** Where the pages of a search begin: cursors and points in time. */
@NullMarked
package io.gazetteer.api.search.paging;

import org.jspecify.annotations.NullMarked;
