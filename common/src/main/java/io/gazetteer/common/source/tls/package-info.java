/** TLS to data sources: the handshake, and whose certificates count. */
@NullMarked
package io.gazetteer.common.source.tls;

import org.jspecify.annotations.NullMarked;
