package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"db", "db-1.example.org", "my_host", "127.0.0.1", "::1", "fe80::1:2"})
  void acceptsOneHost(String hostname) {
    assertThatCode(() -> address(hostname, 5432)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a,b",
        "a:1,b:2",
        "h/x?y=1&z",
        "h?x",
        "h&x",
        "h#x",
        "h%41",
        "[::1]",
        "-h",
        "address=(host=h)",
        "(h)",
        "a\nb",
        "a\0b",
        "h;x",
        "u@h",
        "h\\x"
      })
  void refusesHostListsAndSmuggledParameters(String hostname) {
    assertThatIllegalArgumentException().isThrownBy(() -> address(hostname, 5432));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65536})
  void refusesImpossiblePorts(int port) {
    assertThatIllegalArgumentException().isThrownBy(() -> address("h", port));
  }

  private static SourceAddress address(String hostname, int port) {
    return new SourceAddress(
        DatabaseKind.POSTGRESQL, hostname, port, "db", "user", TlsSettings.DEFAULTS);
  }
}
