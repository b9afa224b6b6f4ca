@NullMarked
package io.gazetteer.servers.unpack;

import org.jspecify.annotations.NullMarked;
