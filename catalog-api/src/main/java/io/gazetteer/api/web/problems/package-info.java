/** Says what went wrong with a request, in one form for all of HTTP. */
@NullMarked
package io.gazetteer.api.web.problems;

import org.jspecify.annotations.NullMarked;
