/**
 * Reads the bodies of registrations and of changes to them, and says what is wrong in each field.
 */
@NullMarked
package io.gazetteer.api.sources.registration.forms;

import org.jspecify.annotations.NullMarked;
