/**
 * Opens connections to the registered databases, for both processes. Driver properties have
 * constant keys, the network policy has allowed the address that is dialled, and no text of a
 * driver leaves this package. It is handed passwords and looks none up.
 */
@NullMarked
package io.gazetteer.common.source;

import org.jspecify.annotations.NullMarked;
