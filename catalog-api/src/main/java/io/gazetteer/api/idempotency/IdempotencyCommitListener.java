package io.gazetteer.api.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Marks a request as done in the very transaction that does it: a process that dies right after has
 * neither created something unmarked, nor marked what it did not create.
 */
final class IdempotencyCommitListener implements TransactionExecutionListener {
  private final ObjectProvider<IdempotentRequests> requests;

  IdempotencyCommitListener(ObjectProvider<IdempotentRequests> requests) {
    this.requests = requests;
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (!transaction.isReadOnly()
        && RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes context) {
      mark(context.getRequest());
    }
  }

  private void mark(HttpServletRequest request) {
    IdempotencyInterceptor.attemptOf(request)
        .ifPresent(attempt -> requests.getObject().markDone(attempt));
  }
}
