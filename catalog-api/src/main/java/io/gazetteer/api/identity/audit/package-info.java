/** Records who did what, when and from where; append-only. */
@NullMarked
package io.gazetteer.api.identity.audit;

import org.jspecify.annotations.NullMarked;
