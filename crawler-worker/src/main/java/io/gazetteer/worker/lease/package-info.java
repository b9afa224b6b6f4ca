/** Keeps the leases of running work alive and tells when one is lost. */
@NullMarked
package io.gazetteer.worker.lease;

import org.jspecify.annotations.NullMarked;
