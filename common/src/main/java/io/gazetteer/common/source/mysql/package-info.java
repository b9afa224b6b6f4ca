/** Sets up the MySQL driver and bounds what it reads; it serves MariaDB, too. */
@NullMarked
package io.gazetteer.common.source.mysql;

import org.jspecify.annotations.NullMarked;
