package io.gazetteer.api.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.common.hosts.AllowedHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnSiteFirewallTest {
  private static final AllowedHosts ANY = AllowedHosts.of("");

  private static void pass(AllowedHosts hosts, MockHttpServletRequest request) {
    new OwnSiteFirewall(hosts).getFirewalledRequest(request);
  }

  /** As Tomcat reads it from {@code Host}, or from what a trusted proxy says. */
  private static MockHttpServletRequest askedAs(String host, int port) {
    var request = new MockHttpServletRequest("GET", "/api/health");
    request.setServerName(host);
    request.setServerPort(port);
    request.addHeader("Host", host + ":" + port);
    return request;
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 8080, http://localhost:8080",
    "LOCALHOST, 8080, http://localhost:8080",
    "catalog.example, 80, https://catalog.example",
    "catalog.example, 443, https://catalog.example",
    "catalog.example, 8443, https://catalog.example:8443",
    "[::1], 8080, http://[::1]:8080"
  })
  void letsPagesOfTheSameSiteThrough(String host, int port, String origin) {
    var request = askedAs(host, port);
    request.addHeader("Origin", origin);
    assertThatCode(() -> pass(ANY, request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://localhost",
        "http://localhost:8081",
        "http://evil.example:8080",
        "http://localhost:8080.evil.example",
        "file://",
        "%"
      })
  void refusesOtherSites(String origin) {
    var request = askedAs("localhost", 8080);
    request.addHeader("Origin", origin);
    assertThatThrownBy(() -> pass(ANY, request)).isInstanceOf(ForeignSiteException.class);
  }

  @Test
  void refusesASecondOriginBesideTheOwn() {
    var request = askedAs("localhost", 8080);
    request.addHeader("Origin", "http://localhost:8080");
    request.addHeader("Origin", "http://evil.example");
    assertThatThrownBy(() -> pass(ANY, request)).isInstanceOf(ForeignSiteException.class);
  }

  @Test
  void refusesNamesThatAreNotOurs() {
    var ours = AllowedHosts.of("localhost,[::1]");
    assertThatCode(() -> pass(ours, askedAs("localhost", 8080))).doesNotThrowAnyException();
    assertThatCode(() -> pass(ours, askedAs("[::1]", 8080))).doesNotThrowAnyException();
    assertThatCode(() -> pass(ANY, askedAs("evil.example", 8080))).doesNotThrowAnyException();
    assertThatThrownBy(() -> pass(ours, askedAs("evil.example", 8080)))
        .isInstanceOf(ForeignSiteException.class);
  }

  /** A page that leads here by its own name is of its own site, as far as it can tell. */
  @Test
  void refusesAForeignNameWithItsOwnOrigin() {
    var request = askedAs("evil.example", 8080);
    request.addHeader("Origin", "http://evil.example:8080");
    assertThatThrownBy(() -> pass(AllowedHosts.of("localhost"), request))
        .isInstanceOf(ForeignSiteException.class);
  }
}
