/** Asks a database what is in it, to compare with what the product says of it; for tests. */
@NullMarked
package io.gazetteer.servers.testing.facts;

import org.jspecify.annotations.NullMarked;
