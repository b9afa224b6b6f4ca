package io.gazetteer.common.index;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.StringUtils;

/**
 * Logs the client in to Elasticsearch with each request: left to itself, it sends every request
 * twice, first without the password.
 */
final class IndexLogin implements Rest5ClientBuilderCustomizer {
  private final ObjectProvider<ElasticsearchConnectionDetails> servers;
  private final String certificateAuthorities;

  /**
   * Makes the login of a server, which is looked up when a client is made.
   *
   * @param servers has the one
   * @param certificateAuthorities a PEM file of who may sign its certificate; empty for those that
   *     Java trusts
   */
  IndexLogin(
      ObjectProvider<ElasticsearchConnectionDetails> servers, String certificateAuthorities) {
    this.servers = servers;
    this.certificateAuthorities = certificateAuthorities;
  }

  @Override
  public void customize(Rest5ClientBuilder client) {
    var server = servers.getObject();
    if (StringUtils.hasText(server.getUsername())) {
      var login = server.getUsername() + ":" + server.getPassword();
      client.setDefaultHeaders(header("Basic " + encode(login)));
    } else if (StringUtils.hasText(server.getApiKey())) {
      client.setDefaultHeaders(header("ApiKey " + server.getApiKey()));
    } else {
      client.setDefaultHeaders(new Header[0]);
    }
  }

  private static String encode(String login) {
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static Header[] header(String authorization) {
    return new Header[] {new BasicHeader("Authorization", authorization)};
  }

  /** Left to itself, the client answers a refusal, and fails since it has nothing to answer. */
  @Override
  public void customize(RequestConfig.Builder requests) {
    requests.setAuthenticationEnabled(false);
  }

  @Override
  public void customize(PoolingAsyncClientConnectionManagerBuilder connections) {
    if (!certificateAuthorities.isEmpty()) {
      var trusted = PemSslStoreDetails.forCertificate("file:" + certificateAuthorities);
      var bundle = SslBundle.of(new PemSslStoreBundle(null, trusted));
      connections.setTlsStrategy(new DefaultClientTlsStrategy(bundle.createSslContext()));
    }
  }
}
