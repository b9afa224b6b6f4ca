/**
 * Texts that read like sentences: which of their words say something, and which tables are about
 * these. Nothing here asks Elasticsearch.
 */
@NullMarked
package io.gazetteer.api.search.question;

import org.jspecify.annotations.NullMarked;
