/** Bounds on what a server may send, held on the bytes themselves. */
@NullMarked
package io.gazetteer.common.source.wire;

import org.jspecify.annotations.NullMarked;
