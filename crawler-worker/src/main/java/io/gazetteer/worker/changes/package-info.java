/** The history of the sources' schemas: what differs from crawl to crawl, kept and published. */
@NullMarked
package io.gazetteer.worker.changes;

import org.jspecify.annotations.NullMarked;
