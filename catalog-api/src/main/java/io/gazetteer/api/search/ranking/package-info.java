/** The third stage of a search: builds the query for Elasticsearch, whose scores order the hits. */
@NullMarked
package io.gazetteer.api.search.ranking;

import org.jspecify.annotations.NullMarked;
