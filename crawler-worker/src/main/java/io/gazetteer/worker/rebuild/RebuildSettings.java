package io.gazetteer.worker.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says how the search index is rebuilt.
 *
 * @param patience how long a rebuild waits for running crawls before it takes their leases away
 * @param keepOld how long indexes out of use are kept, for readers that are still at them
 */
@ConfigurationProperties("gazetteer.rebuild")
record RebuildSettings(
    @DefaultValue("15m") Duration patience, @DefaultValue("1m") Duration keepOld) {}
