/** The keys that encrypt stored secrets, changed by administrators at the machine. */
@NullMarked
package io.gazetteer.api.keys;

import org.jspecify.annotations.NullMarked;
