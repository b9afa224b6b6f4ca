/** The keys that encrypt stored secrets, changed by administrators while everything runs. */
@NullMarked
package io.gazetteer.api.keys;

import org.jspecify.annotations.NullMarked;
