package io.gazetteer.common.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the keyset cannot be used, instead of a stack trace. */
final class StartWithoutKeyset extends AbstractFailureAnalyzer<SecretVaultException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, SecretVaultException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
