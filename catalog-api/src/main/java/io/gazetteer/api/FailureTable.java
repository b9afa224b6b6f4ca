package io.gazetteer.api;

import static java.util.Map.entry;

import io.gazetteer.api.crawls.control.CrawlRunningException;
import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.idempotency.AlreadyDoneException;
import io.gazetteer.api.idempotency.KeyReusedException;
import io.gazetteer.api.idempotency.RequestRunningException;
import io.gazetteer.api.idempotency.TooManyKeysException;
import io.gazetteer.api.identity.auth.WrongPasswordException;
import io.gazetteer.api.identity.keys.KeyInUseException;
import io.gazetteer.api.identity.keys.KeysetUnusableException;
import io.gazetteer.api.identity.oidc.OidcRefusedException;
import io.gazetteer.api.identity.ratelimit.TooManyPasswordsException;
import io.gazetteer.api.identity.sessions.TooManyUnknownTokensException;
import io.gazetteer.api.identity.tokens.SessionOverException;
import io.gazetteer.api.identity.tokens.TooManyTokensException;
import io.gazetteer.api.identity.users.AccountChangedException;
import io.gazetteer.api.identity.users.HashingBusyException;
import io.gazetteer.api.identity.users.LastAdminException;
import io.gazetteer.api.identity.users.UsernameTakenException;
import io.gazetteer.api.operations.deadletters.KafkaUnavailableException;
import io.gazetteer.api.schema.TablesNotFoundException;
import io.gazetteer.api.search.SearchTimeoutException;
import io.gazetteer.api.search.abbreviations.AbbreviationsChangedException;
import io.gazetteer.api.search.diagram.TooManyDiagramsException;
import io.gazetteer.api.sources.AmbiguousDatabaseException;
import io.gazetteer.api.sources.DatabaseNotFoundException;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.api.sources.connectioncheck.SecretUnreadableException;
import io.gazetteer.api.sources.connectioncheck.TargetForbiddenException;
import io.gazetteer.api.sources.connectioncheck.TooManyChecksException;
import io.gazetteer.api.sources.registration.AlreadyRegisteredException;
import io.gazetteer.api.sources.registration.ConnectionFailedException;
import io.gazetteer.api.sources.webhooks.TooManyTestsException;
import io.gazetteer.api.sources.webhooks.TooManyWebhooksException;
import io.gazetteer.api.web.problems.FailureCodes;
import io.gazetteer.api.web.problems.ProblemCode;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Says for every failure of a use case with which code the API answers. It stands above all
 * features, so that they need not know HTTP, and HTTP need not know them.
 */
@Component
final class FailureTable implements FailureCodes {
  static final Map<Class<? extends DomainException>, ProblemCode> CODES =
      Map.ofEntries(
          entry(NotFoundException.class, ProblemCode.NOT_FOUND),
          // sources
          entry(NoSuchDataSourceException.class, ProblemCode.NOT_FOUND),
          entry(AlreadyRegisteredException.class, ProblemCode.ALREADY_REGISTERED),
          entry(ConnectionFailedException.class, ProblemCode.CONNECTION_FAILED),
          entry(SecretUnreadableException.class, ProblemCode.SECRET_UNREADABLE),
          entry(TooManyChecksException.class, ProblemCode.TOO_MANY_REQUESTS),
          entry(TargetForbiddenException.class, ProblemCode.TARGET_NOT_ALLOWED),
          entry(TooManyWebhooksException.class, ProblemCode.FORBIDDEN),
          entry(TooManyTestsException.class, ProblemCode.TOO_MANY_REQUESTS),
          // crawls
          entry(CrawlRunningException.class, ProblemCode.CRAWL_RUNNING),
          // schema and search
          entry(DatabaseNotFoundException.class, ProblemCode.DATABASE_NOT_FOUND),
          entry(TablesNotFoundException.class, ProblemCode.TABLE_NOT_FOUND),
          entry(AmbiguousDatabaseException.class, ProblemCode.AMBIGUOUS_DATABASE),
          entry(TooManyDiagramsException.class, ProblemCode.TOO_MANY_REQUESTS),
          entry(SearchTimeoutException.class, ProblemCode.UNAVAILABLE),
          entry(AbbreviationsChangedException.class, ProblemCode.PRECONDITION_FAILED),
          // identity
          entry(WrongPasswordException.class, ProblemCode.UNAUTHORIZED),
          entry(OidcRefusedException.class, ProblemCode.UNAUTHORIZED),
          entry(TooManyPasswordsException.class, ProblemCode.TOO_MANY_REQUESTS),
          entry(HashingBusyException.class, ProblemCode.TOO_MANY_REQUESTS),
          entry(AccountChangedException.class, ProblemCode.FORBIDDEN),
          entry(TooManyUnknownTokensException.class, ProblemCode.TOO_MANY_REQUESTS),
          entry(SessionOverException.class, ProblemCode.UNAUTHORIZED),
          entry(TooManyTokensException.class, ProblemCode.FORBIDDEN),
          entry(UsernameTakenException.class, ProblemCode.USERNAME_TAKEN),
          entry(LastAdminException.class, ProblemCode.LAST_ADMIN),
          entry(KeyInUseException.class, ProblemCode.KEY_IN_USE),
          entry(KeysetUnusableException.class, ProblemCode.KEYSET_UNUSABLE),
          // idempotency
          entry(KeyReusedException.class, ProblemCode.IDEMPOTENCY_KEY_REUSED),
          entry(RequestRunningException.class, ProblemCode.REQUEST_RUNNING),
          entry(TooManyKeysException.class, ProblemCode.TOO_MANY_REQUESTS),
          entry(AlreadyDoneException.class, ProblemCode.ALREADY_DONE),
          // operations
          entry(KafkaUnavailableException.class, ProblemCode.UNAVAILABLE));

  @Override
  public ProblemCode of(DomainException failure) {
    return CODES.getOrDefault(failure.getClass(), ProblemCode.INTERNAL_ERROR);
  }
}
