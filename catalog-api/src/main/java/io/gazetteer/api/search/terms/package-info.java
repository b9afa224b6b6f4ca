/**
 * From a query to what is looked for in the index: words in all the spellings they may have there,
 * names of databases as ids. Knows nothing of Elasticsearch.
 */
@NullMarked
package io.gazetteer.api.search.terms;

import org.jspecify.annotations.NullMarked;
