/**
 * Finds tables by what they mean: a small language model turns the text of a table, and a question,
 * into vectors, and near ones mean something similar. It is off where memory is short, and all of
 * the search works without.
 */
@NullMarked
package io.gazetteer.api.search.meaning;

import org.jspecify.annotations.NullMarked;
