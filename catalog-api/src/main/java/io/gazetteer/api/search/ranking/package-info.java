/** From what is looked for to Elasticsearch's query, whose scores are the order of the hits. */
@NullMarked
package io.gazetteer.api.search.ranking;

import org.jspecify.annotations.NullMarked;
