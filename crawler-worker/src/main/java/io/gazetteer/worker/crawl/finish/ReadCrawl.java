package io.gazetteer.worker.crawl.finish;

import io.gazetteer.worker.lease.CrawlRef;

/**
 * A crawl whose batches have all ended.
 *
 * @param removalConfirmed whether a person has confirmed that it may remove many tables
 */
record ReadCrawl(
    CrawlRef crawl,
    long tablesSeen,
    long tablesExcluded,
    long tablesFailed,
    boolean removalConfirmed) {}
