/** Lists, replays and discards messages that no worker could handle. */
@NullMarked
package io.gazetteer.api.operations.deadletters;

import org.jspecify.annotations.NullMarked;
