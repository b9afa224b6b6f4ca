@NullMarked
package io.gazetteer.servers.testing;

import org.jspecify.annotations.NullMarked;
