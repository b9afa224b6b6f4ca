package io.gazetteer.api.operations.deadletters;

import io.gazetteer.api.failure.DomainException;

/** Kafka does not answer, or not in time. */
public final class KafkaUnavailableException extends DomainException {
  KafkaUnavailableException() {
    super("Kafka is not available; try again");
  }
}
