/** Issues our own access tokens, verifies them, and keeps the keys that sign them. */
@NullMarked
package io.gazetteer.api.identity.auth.accesstokens;

import org.jspecify.annotations.NullMarked;
