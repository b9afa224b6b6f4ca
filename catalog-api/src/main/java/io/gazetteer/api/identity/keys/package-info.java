/** Lets administrators change the keys that encrypt stored secrets while everything runs. */
@NullMarked
package io.gazetteer.api.identity.keys;

import org.jspecify.annotations.NullMarked;
