/** Makes digests, which become ids, fingerprints and entity tags. */
@NullMarked
package io.gazetteer.common.digest;

import org.jspecify.annotations.NullMarked;
