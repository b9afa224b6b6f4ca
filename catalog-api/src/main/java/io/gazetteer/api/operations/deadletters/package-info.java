/** Messages that no worker could handle: listing, replaying and discarding them. */
@NullMarked
package io.gazetteer.api.operations.deadletters;

import org.jspecify.annotations.NullMarked;
