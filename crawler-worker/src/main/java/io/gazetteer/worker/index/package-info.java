/** Turns relations into documents and writes those that changed; knows no SQL. */
@NullMarked
package io.gazetteer.worker.index;

import org.jspecify.annotations.NullMarked;
