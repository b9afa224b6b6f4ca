package io.gazetteer.api.registration;

import io.gazetteer.common.secrets.Secret;
import org.jspecify.annotations.Nullable;

/** What someone changes about a registered data source, checked; null is left as it is. */
record Change(
    @Nullable String hostname,
    @Nullable Integer port,
    @Nullable String dbName,
    @Nullable String username,
    @Nullable Secret password) {}
