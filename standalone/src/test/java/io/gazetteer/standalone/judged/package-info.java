/**
 * Queries with right answers, written down by people who read the schemas, and how well the search
 * does on them.
 */
@NullMarked
package io.gazetteer.standalone.judged;

import org.jspecify.annotations.NullMarked;
