/** Other ways to write the words of a query: {@code cust} and {@code customer}. */
@NullMarked
package io.gazetteer.api.search.abbreviations;

import org.jspecify.annotations.NullMarked;
