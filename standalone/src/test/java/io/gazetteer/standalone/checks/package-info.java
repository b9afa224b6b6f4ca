@NullMarked
package io.gazetteer.standalone.checks;

import org.jspecify.annotations.NullMarked;
