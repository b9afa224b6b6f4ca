package io.gazetteer.api.sources.webhooks.delivery;

import io.gazetteer.common.source.policy.Targets;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Makes the HTTP client for receivers: it does what it is told, and nothing that they tell it. */
final class ReceiverClient {
  private static final int MOST_CONNECTIONS = 40;
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_LINE = 8_192;

  private ReceiverClient() {}

  /** Returns a client that follows no redirect, keeps no cookie and knows no proxy. */
  static CloseableHttpClient of(Targets targets, WebhookSettings settings) {
    var timeout = Timeout.of(settings.timeout());
    var http =
        Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedAddresses(targets))
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust(settings.caFile())))
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout).build())
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(http).build())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .setTimeToLive(1, TimeUnit.MINUTES)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .build())
        .setUserAgent("Gazetteer")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .build();
  }

  private static SSLContext trust(String caFile) {
    var trusted = caFile.isEmpty() ? null : PemSslStoreDetails.forCertificate("file:" + caFile);
    return SslBundle.of(new PemSslStoreBundle(null, trusted)).createSslContext();
  }
}
