/** What tables were at a time, from what they are and what has changed since. */
@NullMarked
package io.gazetteer.api.schema.past;

import org.jspecify.annotations.NullMarked;
