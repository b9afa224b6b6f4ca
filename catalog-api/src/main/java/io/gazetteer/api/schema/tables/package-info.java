/** Reads the documents of tables from the index, and finds tables by their names. */
@NullMarked
package io.gazetteer.api.schema.tables;

import org.jspecify.annotations.NullMarked;
