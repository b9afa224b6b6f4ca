/** The model of crawls that ModelIT compares the worker with. */
@NullMarked
package io.gazetteer.worker.testing.model;

import org.jspecify.annotations.NullMarked;
