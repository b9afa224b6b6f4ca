/** Shows what crawls found changed in the schemas of data sources. */
@NullMarked
package io.gazetteer.api.crawls.changes;

import org.jspecify.annotations.NullMarked;
