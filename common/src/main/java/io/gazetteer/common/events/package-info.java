/**
 * Holds the Kafka messages between the API and the workers. They carry ids only: a message wakes a
 * worker up, PostgreSQL says what is true. Any of them may be lost, doubled, late or out of order.
 */
@NullMarked
package io.gazetteer.common.events;

import org.jspecify.annotations.NullMarked;
