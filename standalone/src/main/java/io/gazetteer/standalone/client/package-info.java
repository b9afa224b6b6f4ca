/** The HTTP API as its users see it. */
@NullMarked
package io.gazetteer.standalone.client;

import org.jspecify.annotations.NullMarked;
