/** Short and long forms of words: {@code cust} and {@code customer}. */
@NullMarked
package io.gazetteer.api.search.abbreviations;

import org.jspecify.annotations.NullMarked;
