/** Reads what the user may set, and says where files lie. */
@NullMarked
package io.gazetteer.standalone.settings;

import org.jspecify.annotations.NullMarked;
