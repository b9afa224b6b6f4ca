/** Digests: what ids, fingerprints and entity tags are made of. */
@NullMarked
package io.gazetteer.common.digest;

import org.jspecify.annotations.NullMarked;
