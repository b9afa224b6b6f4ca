package io.gazetteer.common.events;

import java.util.UUID;

/**
 * A data source was deleted and its documents want to be purged. Topic {@link
 * Topics#DATA_SOURCE_DELETED}, key: data source.
 */
public record DataSourceDeleted(UUID dataSourceId) {}
