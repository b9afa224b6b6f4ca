/** How a search goes on after its first page: cursors and points in time. */
@NullMarked
package io.gazetteer.api.search.paging;

import org.jspecify.annotations.NullMarked;
