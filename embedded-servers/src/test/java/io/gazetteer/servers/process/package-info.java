@NullMarked
package io.gazetteer.servers.process;

import org.jspecify.annotations.NullMarked;
