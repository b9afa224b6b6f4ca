/** Starts real MySQL and MariaDB servers from their binaries. */
@NullMarked
package io.gazetteer.servers.mysql;

import org.jspecify.annotations.NullMarked;
