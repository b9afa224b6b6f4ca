/** Measures what it costs to know who asks. */
@NullMarked
package io.gazetteer.benchmarks.auth;

import org.jspecify.annotations.NullMarked;
