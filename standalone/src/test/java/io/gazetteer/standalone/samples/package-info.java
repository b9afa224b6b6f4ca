@NullMarked
package io.gazetteer.standalone.samples;

import org.jspecify.annotations.NullMarked;
