/** The keys that encrypt stored secrets, changed by administrators while everything runs. */
@NullMarked
package io.gazetteer.api.identity.keys;

import org.jspecify.annotations.NullMarked;
