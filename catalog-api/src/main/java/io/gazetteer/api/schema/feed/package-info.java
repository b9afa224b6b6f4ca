/** What changed in all data sources, as pages of JSON and as feeds. */
@NullMarked
package io.gazetteer.api.schema.feed;

import org.jspecify.annotations.NullMarked;
