/** Reads what a request says: parameters, fields of bodies and forms, cursors. */
@NullMarked
package io.gazetteer.api.web.input;

import org.jspecify.annotations.NullMarked;
