/** What tests know of the MySQL driver. */
@NullMarked
package io.gazetteer.common.source.mysql;

import org.jspecify.annotations.NullMarked;
