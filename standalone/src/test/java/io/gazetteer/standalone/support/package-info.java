/** What the system tests are made of. */
@NullMarked
package io.gazetteer.standalone.support;

import org.jspecify.annotations.NullMarked;
