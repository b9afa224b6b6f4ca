/** What an agent reads for a question, and whether it is what the question needs. */
@NullMarked
package io.gazetteer.benchmarks.agents;

import org.jspecify.annotations.NullMarked;
