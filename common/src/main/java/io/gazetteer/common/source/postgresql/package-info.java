/** Sets up the PostgreSQL driver and bounds what it reads. */
@NullMarked
package io.gazetteer.common.source.postgresql;

import org.jspecify.annotations.NullMarked;
