/** What the tests of the worker share. */
@NullMarked
package io.gazetteer.worker.testing;

import org.jspecify.annotations.NullMarked;
