/** Opens connections to the registered databases; the one place that sees a decrypted password. */
@NullMarked
package io.gazetteer.worker.runtime.connect;

import org.jspecify.annotations.NullMarked;
