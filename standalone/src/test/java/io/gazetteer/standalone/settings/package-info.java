@NullMarked
package io.gazetteer.standalone.settings;

import org.jspecify.annotations.NullMarked;
