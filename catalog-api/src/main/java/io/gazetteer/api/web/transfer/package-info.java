/** Bounds how requests arrive, and how answers leave. */
@NullMarked
package io.gazetteer.api.web.transfer;

import org.jspecify.annotations.NullMarked;
