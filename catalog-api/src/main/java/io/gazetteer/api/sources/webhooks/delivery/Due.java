package io.gazetteer.api.sources.webhooks.delivery;

import java.util.UUID;

/**
 * The message that is to be sent next to a webhook.
 *
 * @param id of its row
 * @param target encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // Rows are never compared.
record Due(long id, UUID messageId, String body, byte[] target) {}
