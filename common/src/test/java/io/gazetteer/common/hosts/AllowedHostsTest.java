package io.gazetteer.common.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowedHostsTest {
  @Test
  void areAllUnlessSomeAreNamed() {
    assertThat(AllowedHosts.of("").allow("evil.example")).isTrue();
    assertThat(AllowedHosts.of(" , ").allow("evil.example")).isTrue();
  }

  @Test
  void areThoseThatAreNamedHoweverTheyAreWritten() {
    var hosts = AllowedHosts.of("localhost, 127.0.0.1,[::1],Catalog.Example.");

    assertThat(hosts.allow("LOCALHOST")).isTrue();
    assertThat(hosts.allow("127.0.0.1")).isTrue();
    assertThat(hosts.allow("[::1]")).isTrue();
    assertThat(hosts.allow("catalog.example")).isTrue();
    assertThat(hosts.allow("catalog.example.")).isTrue();
  }

  @Test
  void areNoOthersThatOnlyLookAlike() {
    var hosts = AllowedHosts.of("localhost,127.0.0.1");

    assertThat(hosts.allow("localhost.evil.example")).isFalse();
    assertThat(hosts.allow("127.0.0.1.evil.example")).isFalse();
    assertThat(hosts.allow("evil.example")).isFalse();
    assertThat(hosts.allow("")).isFalse();
  }
}
