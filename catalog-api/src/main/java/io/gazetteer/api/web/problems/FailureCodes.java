package io.gazetteer.api.web.problems;

import io.gazetteer.api.failure.DomainException;

/** Knows with which code each failure of a use case is answered. */
@FunctionalInterface
public interface FailureCodes {
  /** Returns the code, which decides the status and the title of the answer. */
  ProblemCode of(DomainException failure);
}
