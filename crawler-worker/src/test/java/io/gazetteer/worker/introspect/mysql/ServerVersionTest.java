package io.gazetteer.worker.introspect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerVersionTest {

  @Test
  void seesThroughTheVersionThatMariaDbPretends() {
    assertThat(ServerVersion.parse("5.5.5-10.6.12-MariaDB-log"))
        .isEqualTo(new ServerVersion(true, 10, 6, 12));
  }

  @Test
  void comparesVersionsOfMySqlOnly() {
    ServerVersion mySql = ServerVersion.parse("8.0.15");

    assertThat(mySql.isMySqlFrom(8, 0, 13)).isTrue();
    assertThat(mySql.isMySqlFrom(8, 0, 15)).isTrue();
    assertThat(mySql.isMySqlFrom(8, 0, 16)).isFalse();
    assertThat(mySql.isMySqlFrom(5, 7, 30)).isTrue();
    assertThat(ServerVersion.parse("9.1.0").isMySqlFrom(8, 0, 16)).isTrue();
    assertThat(ServerVersion.parse("11.4.5-MariaDB").isMySqlFrom(8, 0, 16)).isFalse();
  }
}
