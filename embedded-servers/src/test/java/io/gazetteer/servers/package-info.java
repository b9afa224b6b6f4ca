@NullMarked
package io.gazetteer.servers;

import org.jspecify.annotations.NullMarked;
