package io.gazetteer.api.idempotency;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVault;
import io.gazetteer.common.secrets.SecretVaultException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers requests by their keys, for some time, in PostgreSQL: any process may be asked again.
 * Thread safe.
 */
final class IdempotentRequests {
  /** No request takes that long: whoever began it has died, and nothing was committed. */
  static final Duration ABANDONED = Duration.ofMinutes(2);

  /** Keys are kept for a day: more than a program makes in it, and not what fills a disk. */
  private static final int MOST_OF_ONE = 10_000;

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final Duration kept;

  IdempotentRequests(JdbcClient jdbc, SecretVault vault, Duration kept) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.kept = kept;
  }

  private record Earlier(String digest, boolean done, @Nullable StoredResponse answer) {}

  /**
   * Begins with what a request asks for, unless that has been done.
   *
   * @return the answer of the first time; empty when this is the first time, and the attempt is to
   *     be kept or released
   * @throws KeyReusedException when the key belongs to another request
   * @throws RequestRunningException when the first one has not ended
   * @throws TooManyKeysException when the caller has sent too many lately
   * @throws AlreadyDoneException when it is done, and its answer is not kept
   */
  Optional<StoredResponse> begin(IdempotencyAttempt attempt) {
    forgetOld();
    if (insert(attempt)) {
      return Optional.empty();
    }
    var earlier = find(attempt).orElseThrow(() -> refusal(attempt));
    if (!earlier.digest().equals(attempt.digest())) {
      throw new KeyReusedException();
    }
    if (earlier.answer() == null) {
      throw earlier.done() ? new AlreadyDoneException() : new RequestRunningException();
    }
    return Optional.of(earlier.answer());
  }

  private DomainException refusal(IdempotencyAttempt attempt) {
    int keys =
        jdbc.sql("select count(*) from idempotent_request where caller = :caller")
            .param("caller", attempt.caller())
            .query(Integer.class)
            .single();
    // Gone again: what it began has just failed.
    return keys >= MOST_OF_ONE ? new TooManyKeysException() : new RequestRunningException();
  }

  private void forgetOld() {
    jdbc.sql("delete from idempotent_request where started_at < now() - :kept::interval")
        .param("kept", kept.toString())
        .update();
  }

  private boolean insert(IdempotencyAttempt attempt) {
    return jdbc.sql(
                """
                insert into idempotent_request as earlier (caller, key, claim, secret)
                select :caller, :key, :claim, :secret
                where :most > (
                  select count(*) from
                    (select from idempotent_request where caller = :caller limit :most) kept)
                on conflict (caller, key) do update
                set claim = excluded.claim, secret = excluded.secret, started_at = now()
                where earlier.done_at is null
                  and earlier.started_at < now() - :abandoned::interval
                """)
            .param("caller", attempt.caller())
            .param("key", attempt.key())
            .param("claim", attempt.id())
            .param("secret", vault.encrypt(Secret.of(attempt.digest()), place(attempt.id())))
            .param("most", MOST_OF_ONE)
            .param("abandoned", ABANDONED.toString())
            .update()
        == 1;
  }

  private Optional<Earlier> find(IdempotencyAttempt attempt) {
    return jdbc.sql(
            """
            select claim, secret, done_at is not null as done, status, location, answer
            from idempotent_request where caller = :caller and key = :key
            """)
        .param("caller", attempt.caller())
        .param("key", attempt.key())
        .query(
            (row, number) ->
                new Earlier(
                    digest(row.getObject("claim", UUID.class), row.getBytes("secret")),
                    row.getBoolean("done"),
                    row.getString("answer") == null
                        ? null
                        : new StoredResponse(
                            row.getInt("status"),
                            row.getString("location"),
                            row.getString("answer"))))
        .optional();
  }

  private String digest(UUID attempt, byte[] secret) {
    try (var digest = vault.decrypt(secret, place(attempt))) {
      return digest.reveal();
    } catch (SecretVaultException e) {
      // Nobody can tell any more whether it is the same request.
      throw new AlreadyDoneException();
    }
  }

  private static String place(UUID attempt) {
    return "idempotent_request/" + attempt + "/secret";
  }

  /** Marks the attempt as done, in the transaction that creates something. */
  void markDone(IdempotencyAttempt attempt) {
    jdbc.sql(
            """
            update idempotent_request set done_at = now() where claim = :claim and done_at is null
            """)
        .param("claim", attempt.id())
        .update();
  }

  /** Stores the response that repetitions get. */
  void keep(IdempotencyAttempt attempt, StoredResponse answer) {
    jdbc.sql(
            """
            update idempotent_request
            set done_at = coalesce(done_at, now()), status = :status, location = :location,
              answer = :answer
            where claim = :claim
            """)
        .param("claim", attempt.id())
        .param("status", answer.status())
        .param("location", answer.location())
        .param("answer", answer.body())
        .update();
  }

  /** Lets a repetition try again, unless something was created. */
  void release(IdempotencyAttempt attempt) {
    jdbc.sql("delete from idempotent_request where claim = :claim and done_at is null")
        .param("claim", attempt.id())
        .update();
  }
}
