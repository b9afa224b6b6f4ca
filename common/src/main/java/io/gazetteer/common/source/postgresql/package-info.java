/** How the PostgreSQL driver is set up and bounded. */
@NullMarked
package io.gazetteer.common.source.postgresql;

import org.jspecify.annotations.NullMarked;
