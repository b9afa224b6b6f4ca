package io.gazetteer.api.crawls.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.gazetteer.common.events.Event;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends events exactly when the transaction that caused them commits. They are stored in that
 * transaction and published after it, at least once, however long the brokers are away. Thread
 * safe.
 */
@Component
public final class Outbox {
  static final TaskDescriptor<OutboxEntry> TASK = TaskDescriptor.of("outbox", OutboxEntry.class);

  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  /**
   * @param scheduler asked for late: it knows tasks that themselves write to the outbox
   */
  Outbox(ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * Stores an event in the running transaction.
   *
   * @throws IllegalStateException when there is no transaction
   */
  public void add(Event event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("An event needs the transaction that causes it");
    }
    var due = TASK.instance(UUID.randomUUID().toString()).data(OutboxEntry.of(event));
    scheduler.getObject().schedule(due.scheduledTo(clock.instant()));
    TransactionSynchronizationManager.registerSynchronization(new WakeUp());
  }

  private final class WakeUp implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      scheduler.getObject().triggerCheckForDueExecutions();
    }
  }
}
