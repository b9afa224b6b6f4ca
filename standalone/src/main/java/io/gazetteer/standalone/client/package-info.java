/** Calls the HTTP API as its users do. */
@NullMarked
package io.gazetteer.standalone.client;

import org.jspecify.annotations.NullMarked;
