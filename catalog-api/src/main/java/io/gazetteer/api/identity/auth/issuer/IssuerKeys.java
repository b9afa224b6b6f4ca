package io.gazetteer.api.identity.auth.issuer;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the keys of the trusted issuer. Everyone can make up a token whose key nobody has, so the
 * issuer is asked twice in {@link #PAUSE} at most: a new key of its is good at once, or when the
 * pause is over. Thread safe.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** While one asks a slow issuer, others must not wait with all threads that there are. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final JWKSetSource<SecurityContext> sets;
  private final Clock clock;

  IssuerKeys(ExternalIssuer issuer, Clock clock) {
    this.clock = clock;
    this.sets =
        new CachingJWKSetSource<>(
            new RateLimitedJWKSetSource<>(new Published(issuer), PAUSE.toMillis(), null),
            KEPT.toMillis(),
            LONGEST_WAIT.toMillis(),
            null);
  }

  /**
   * Finds the keys that a token may be signed with.
   *
   * @throws KeySourceException when the issuer has not said which keys it has
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    long now = clock.millis();
    var known = sets.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
    var found = selector.select(known);
    return found.isEmpty() ? selector.select(newer(known, now, context)) : found;
  }

  private JWKSet newer(JWKSet known, long now, @Nullable SecurityContext context) {
    try {
      var refresh = JWKSetCacheRefreshEvaluator.referenceComparison(known);
      return sets.getJWKSet(refresh, now, context);
    } catch (KeySourceException e) {
      // It was asked a moment ago, or does not answer: then there is no such key.
      return known;
    }
  }

  /** Asks the issuer, and before the first time where its keys are: it may start after us. */
  private static final class Published implements JWKSetSource<SecurityContext> {
    private final ExternalIssuer issuer;
    private volatile @Nullable URI place;

    Published(ExternalIssuer issuer) {
      this.issuer = issuer;
    }

    @Override
    public JWKSet getJWKSet(
        JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
        throws KeySourceException {
      try {
        var known = place;
        if (known == null) {
          known = find();
          place = known;
        }
        return JWKSet.parse(IssuerClient.keys(known));
      } catch (IllegalArgumentException | IllegalStateException | ParseException e) {
        log.warn("The keys of the issuer cannot be read: {}", e.getMessage());
        throw new JWKSetRetrievalException("The keys of the issuer cannot be read", e);
      }
    }

    private URI find() {
      return URI.create(
          issuer.jwkSetUri().isEmpty()
              ? String.valueOf(IssuerClient.metadata(issuer.issuer()).get("jwks_uri"))
              : issuer.jwkSetUri());
    }

    @Override
    public void close() {
      // Holds nothing open.
    }
  }
}
