@NullMarked
package io.gazetteer.common.source;

import org.jspecify.annotations.NullMarked;
