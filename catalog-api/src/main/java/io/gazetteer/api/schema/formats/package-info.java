/**
 * Writes tables in other forms than JSON: as SQL statements, for diagrams, as lines of text, as
 * rows of CSV. Whatever names and comments say, they stay names and comments.
 */
@NullMarked
package io.gazetteer.api.schema.formats;

import org.jspecify.annotations.NullMarked;
