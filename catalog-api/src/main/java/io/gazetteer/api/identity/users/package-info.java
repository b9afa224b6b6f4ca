/** Manages the people who may log in, their roles and passwords. */
@NullMarked
package io.gazetteer.api.identity.users;

import org.jspecify.annotations.NullMarked;
