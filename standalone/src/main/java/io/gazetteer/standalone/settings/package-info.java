/** What the user may set, and where things lie. */
@NullMarked
package io.gazetteer.standalone.settings;

import org.jspecify.annotations.NullMarked;
