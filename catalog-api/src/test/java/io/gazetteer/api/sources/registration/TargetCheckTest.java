package io.gazetteer.api.sources.registration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.sources.connectioncheck.TargetCheck;
import io.gazetteer.api.sources.connectioncheck.TargetForbiddenException;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.web.input.Bodies;
import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCheckTest {
  private static final NetworkSettings SEPARATE_PROCESSES =
      new NetworkSettings(false, true, List.of(), List.of(), List.of(), List.of());

  private final TargetCheck check =
      new TargetCheck(Targets.of(SEPARATE_PROCESSES, HostLookup.SYSTEM));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "127.255.255.254",
        "0x7f.1",
        "0x7f.0.0.1",
        "0X7F.0x0.0x0.0x1",
        "0x7f000001",
        "0x000000007f000001",
        "2130706433",
        "2130706433.",
        "017700000001",
        "0177.1",
        "0177.0.1",
        "0177.0.0.01",
        "127.0x0.0.01",
        "0x7f.00.0x1",
        "localhost",
        "LocalHost",
        "localhost.",
        "::1",
        "[::1]",
        "0::1",
        "::0001",
        "0:0:0:0:0:0:0:1",
        "[0000:0000:0000:0000:0000:0000:0000:0001]",
        "::1%lo",
        "[::1%1]",
        "::ffff:127.0.0.1",
        "[::ffff:127.0.0.1]",
        "::FFFF:7f00:1",
        "0:0:0:0:0:ffff:7f00:0001",
        "::127.0.0.1",
        "::7f00:1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2002:7f00:0001:0:0:0:0:1",
        "0",
        "0x",
        "0.0.0.0",
        "::"
      })
  void refusesThisMachineInEverySpelling(String spelling) {
    var body = Credentials.any();
    body.put("hostname", spelling);
    var source = DataSourceForm.newDataSource(Bodies.of(body));
    assertThatThrownBy(() -> check.check(source.hostname(), source.port()))
        .isInstanceOf(TargetForbiddenException.class);
  }

  @Test
  void letsPrivateNetworksAndUnknownNamesThrough() {
    assertThatCode(() -> check.check("10.0.0.1", 5432)).doesNotThrowAnyException();
    assertThatCode(() -> check.check("no.such.host.invalid", 1)).doesNotThrowAnyException();
  }
}
