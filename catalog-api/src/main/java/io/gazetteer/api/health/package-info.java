/** Whether this process can serve. */
@NullMarked
package io.gazetteer.api.health;

import org.jspecify.annotations.NullMarked;
