/**
 * Registering, changing and deleting data sources; the only place that sees a password in clear.
 */
@NullMarked
package io.gazetteer.api.sources.registration;

import org.jspecify.annotations.NullMarked;
