/** Says by which names of their own the servers here are asked. */
@NullMarked
package io.gazetteer.common.hosts;

import org.jspecify.annotations.NullMarked;
