/** Measures pages and diagrams, as people see them. */
@NullMarked
package io.gazetteer.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
