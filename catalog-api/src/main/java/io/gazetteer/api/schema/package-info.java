/** Answers what is in a database: whole schemas and single tables, read from the index. */
@NullMarked
package io.gazetteer.api.schema;

import org.jspecify.annotations.NullMarked;
