/** What a question needs of the catalog, in a compact form for programs and agents. */
@NullMarked
package io.gazetteer.api.search.find;

import org.jspecify.annotations.NullMarked;
