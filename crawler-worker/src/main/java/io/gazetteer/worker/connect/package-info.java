/**
 * Opens connections to the registered databases. The one place besides registration that sees a
 * decrypted password; driver properties have constant keys, and no text of a driver leaves it.
 */
@NullMarked
package io.gazetteer.worker.connect;

import org.jspecify.annotations.NullMarked;
