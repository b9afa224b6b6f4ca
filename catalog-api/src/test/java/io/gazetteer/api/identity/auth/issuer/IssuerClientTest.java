package io.gazetteer.api.identity.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.testing.OidcServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read of an issuer, and how long anybody waits for it. */
class IssuerClientTest {
  private static final Duration LONGEST = Duration.ofSeconds(9);

  private final OidcServer issuer = new OidcServer();

  IssuerClientTest() throws IOException {}

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void readsWhatTheIssuerSaysOfItself() {
    assertThat(IssuerClient.metadata(issuer.url()))
        .containsEntry("issuer", issuer.url())
        .containsEntry("jwks_uri", issuer.url() + "/jwks");
    assertThat(IssuerClient.keys(URI.create(issuer.url() + "/jwks"))).contains("\"keys\"");
  }

  @Test
  void takesTheWordOfNoOtherIssuer() {
    var otherName = issuer.url().replace("127.0.0.1", "localhost");
    assertThatThrownBy(() -> IssuerClient.metadata(otherName))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not describe");
    assertThatThrownBy(() -> IssuerClient.metadata(issuer.url() + "/nothing"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void waitsForNoSilentIssuer() {
    issuer.beSilent();
    long began = System.nanoTime();
    assertThatThrownBy(() -> IssuerClient.metadata(issuer.url()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
  }
}
