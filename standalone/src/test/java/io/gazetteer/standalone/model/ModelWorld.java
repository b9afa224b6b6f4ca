package io.gazetteer.standalone.model;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all sequences share.
 *
 * @param started counts the crawls that were asked for
 */
record ModelWorld(
    ModelStores stores, ModelMessages messages, IndexedFacts index, AtomicInteger started) {}
