/** The people who may log in, their roles and passwords. */
@NullMarked
package io.gazetteer.api.users;

import org.jspecify.annotations.NullMarked;
