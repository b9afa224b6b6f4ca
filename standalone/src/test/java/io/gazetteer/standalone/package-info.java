@NullMarked
package io.gazetteer.standalone;

import org.jspecify.annotations.NullMarked;
