/** The pages that compare databases, and show tables as they were. */
@NullMarked
package io.gazetteer.api.pages.compare;

import org.jspecify.annotations.NullMarked;
