/** Whether this process can serve. */
@NullMarked
package io.gazetteer.api.operations.health;

import org.jspecify.annotations.NullMarked;
