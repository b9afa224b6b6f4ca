package io.gazetteer.api.sources.registration.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostnameTest {
  @ParameterizedTest
  @CsvSource({
    "localhost,localhost",
    "DB.Example.COM,db.example.com",
    "db.example.com.,db.example.com",
    "my_db-1.internal,my_db-1.internal",
    "127.0.0.1,127.0.0.1",
    "255.255.255.255,255.255.255.255",
    "::1,::1",
    "[::1],::1",
    "0:0:0:0:0:0:0:1,::1",
    "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
    "::,::",
    "fe80::,fe80::",
    "::ffff:127.0.0.1,127.0.0.1",
    "127.1,127.0.0.1",
    "127.0.1,127.0.0.1",
    "0177.0.0.1,127.0.0.1",
    "0x7f.1,127.0.0.1",
    "0x7f000001,127.0.0.1",
    "017700000001,127.0.0.1",
    "2130706433,127.0.0.1",
    "4294967295,255.255.255.255",
    "10.0.0.1.,10.0.0.1",
    "fe80::1%eth0,fe80::1",
    "1a.example,1a.example",
    "xn--bcher-kva.example,xn--bcher-kva.example"
  })
  void bringsAHostToOneSpelling(String given, String expected) {
    assertThat(Hostname.normalize(given)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "h/x?y=1&z",
        "a,b",
        "a:5432",
        "a@b",
        "h#x",
        "(a)",
        "a=b",
        "a;b",
        "a\nb",
        "a\0",
        "user:pw@host",
        "jdbc:h2:mem:x",
        "address=(host=a)",
        "-a",
        "a-",
        "a..b",
        ".",
        "..",
        "bücher.example",
        "127.0.0.256",
        "1.2.3.4.5",
        "0178.0.0.1",
        "0x7g.1",
        "0x100000000",
        "4294967296",
        "-1.0.0.1",
        "a.1",
        "[::1",
        "::1]",
        "[a]",
        "fe80::1%",
        "fe80::1%a b",
        ":::",
        "1::2::3",
        "%31",
        "a%",
        "[127.0.0.1]",
        "::1:5432x",
        "host ",
        " host",
        "ａ.example",
        "a\u00ad",
        "12345::"
      })
  void refusesWhatIsNotExactlyOneHost(String given) {
    assertThat(Hostname.normalize(given)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(Hostname.normalize("h".repeat(64))).isEmpty();
    assertThat(Hostname.normalize("h".repeat(10_000))).isEmpty();
    assertThat(Hostname.normalize(("a".repeat(62) + ".").repeat(4) + "b")).isPresent();
    assertThat(Hostname.normalize(("a".repeat(62) + ".").repeat(4) + "bb")).isEmpty();
    assertThat(Hostname.normalize(("a".repeat(63) + ".").repeat(4) + "b")).isEmpty();
  }

  @Test
  void letsNothingThroughThatADriverGivesAMeaningTo() {
    var random = new Random(42);
    for (int i = 0; i < 10_000; i++) {
      var text = new StringBuilder();
      for (int c = random.nextInt(20); c >= 0; c--) {
        text.append("ab1.:-_[]/?&,@#()=; %\\\"'\n\0é".charAt(random.nextInt(27)));
      }
      Hostname.normalize(text.toString())
          .ifPresent(host -> assertThat(host).matches("[a-z0-9._-]+|[0-9a-f:]+"));
    }
  }
}
