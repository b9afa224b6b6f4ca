/**
 * The history of the sources' schemas: which relations earlier crawls saw, and what differs from
 * crawl to crawl, kept and published.
 */
@NullMarked
package io.gazetteer.worker.history;

import org.jspecify.annotations.NullMarked;
