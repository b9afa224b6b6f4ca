/** Bounds what a server may send, by looking at the bytes themselves. */
@NullMarked
package io.gazetteer.common.source.wire;

import org.jspecify.annotations.NullMarked;
