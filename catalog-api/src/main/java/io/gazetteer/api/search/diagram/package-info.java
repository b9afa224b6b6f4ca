/**
 * Draws tables and the keys between them: the neighbourhood of a table, or the groups of tables of
 * a database. The layout is that of the Eclipse Layout Kernel.
 */
@NullMarked
package io.gazetteer.api.search.diagram;

import org.jspecify.annotations.NullMarked;
