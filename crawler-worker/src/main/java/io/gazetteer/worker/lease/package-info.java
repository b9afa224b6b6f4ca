/**
 * Keeps the leases of running work alive, tells when one is lost, and decides what follows when an
 * attempt fails.
 */
@NullMarked
package io.gazetteer.worker.lease;

import org.jspecify.annotations.NullMarked;
