/**
 * How well questions find the tables that answer them, on sets that are no part of this project.
 */
@NullMarked
package io.gazetteer.benchmarks.questions;

import org.jspecify.annotations.NullMarked;
