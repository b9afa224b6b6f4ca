/**
 * The second stage of a search: each word of a query becomes a query term with its derivations,
 * which are the words of the index that may stand for it, and each database's name becomes ids.
 * Nothing here knows of Elasticsearch.
 */
@NullMarked
package io.gazetteer.api.search.terms;

import org.jspecify.annotations.NullMarked;
