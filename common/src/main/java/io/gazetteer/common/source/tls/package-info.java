/** Encrypts connections to data sources by TLS and decides whose certificates count. */
@NullMarked
package io.gazetteer.common.source.tls;

import org.jspecify.annotations.NullMarked;
