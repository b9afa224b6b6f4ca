/** How the MySQL driver is set up and bounded; it serves MariaDB too. */
@NullMarked
package io.gazetteer.common.source.mysql;

import org.jspecify.annotations.NullMarked;
