/** What every benchmark needs: settings, rounds, the table, a folder that is cleaned up. */
@NullMarked
package io.gazetteer.benchmarks.frame;

import org.jspecify.annotations.NullMarked;
