/** What is measured, and the figures that are promised. */
@NullMarked
package io.gazetteer.benchmarks;

import org.jspecify.annotations.NullMarked;
