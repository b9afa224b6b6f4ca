@NullMarked
package io.gazetteer.common.connect;

import org.jspecify.annotations.NullMarked;
