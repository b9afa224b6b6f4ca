/** Says who calls, what each role may do, and which role each route needs. */
@NullMarked
package io.gazetteer.api.identity.access;

import org.jspecify.annotations.NullMarked;
