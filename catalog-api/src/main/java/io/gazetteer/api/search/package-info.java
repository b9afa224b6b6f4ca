/**
 * Ranked search over tables and columns. Its rooms are the stages of a search: {@code query} parses
 * a text, {@code terms} resolves its words, {@code ranking} builds the query for Elasticsearch,
 * {@code paging} says where a page begins, {@code hits} reads what was found.
 */
@NullMarked
package io.gazetteer.api.search;

import org.jspecify.annotations.NullMarked;
