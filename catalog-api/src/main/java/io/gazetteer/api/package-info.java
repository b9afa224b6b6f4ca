/** The catalog's REST API: registration, schedules, search. Packages are by feature. */
@NullMarked
package io.gazetteer.api;

import org.jspecify.annotations.NullMarked;
