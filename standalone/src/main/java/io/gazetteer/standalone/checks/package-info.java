/** What is looked at before anything starts. */
@NullMarked
package io.gazetteer.standalone.checks;

import org.jspecify.annotations.NullMarked;
