package io.gazetteer.common.source.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {
  private static final NetworkSettings OPEN = NetworkSettings.ofOneMachine();
  private static final NetworkSettings CLOSED =
      new NetworkSettings(false, false, List.of(), List.of(), List.of(), List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "169.254.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "::",
        "fe80::1",
        "ff02::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "::ffff:169.254.169.254",
        "::169.254.169.254",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::a9fe:a9fe",
        "64:ff9b:1:a9fe:a9:fe00:808:808",
        "64:ff9b:1:1:a9:fea9:fe00:0",
        "64:ff9b:1::808:808",
        "fd00:ec2::23",
        "2002:a9fe:a9fe::1",
        "::ffff:0:169.254.169.254",
        "2001:0:a9fe:a9fe::1"
      })
  void neverAllowsWhatIsNoDatabase(String address) {
    assertThat(allows(OPEN, address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "2002:7f00:1::",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "fd12::1",
        "fec0::1",
        "2002:a00:1::"
      })
  void allowsLoopbackAndPrivateNetworksBySetting(String address) {
    assertThat(allows(OPEN, address)).isTrue();
    assertThat(allows(CLOSED, address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "172.32.0.1", "2001:db8::1", "8.8.8.8", "2606:4700::1"})
  void allowsTheRestOfTheWorld(String address) {
    assertThat(allows(CLOSED, address)).isTrue();
  }

  @Test
  void allowsNat64OfASiteWhenItIsListed() {
    var listed =
        new NetworkSettings(
            false,
            true,
            List.of(Network.of("64:ff9b:1::/96"), Network.of("10.0.0.0/8")),
            List.of(),
            List.of(),
            List.of());
    assertThat(allows(listed, "64:ff9b:1::10.1.2.3")).isTrue();
    assertThat(allows(listed, "64:ff9b:1::169.254.169.254")).isFalse();
    assertThat(allows(listed, "64:ff9b:1:a9fe:a9:fe00:808:808")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,5432,true",
    "10.1.3.3,5432,false",
    "10.2.0.1,5432,false",
    "192.0.2.1,5432,false",
    "10.1.2.3,5434,true",
    "10.1.2.3,5435,false",
    "10.1.2.3,5433,false"
  })
  void keepsToTheListsOfNetworksAndPorts(String address, int port, boolean allowed) {
    var settings =
        new NetworkSettings(
            false,
            true,
            List.of(Network.of("10.1.0.0/16")),
            List.of(Network.of("10.1.3.0/24")),
            List.of(PortRange.of("5432-5434")),
            List.of(PortRange.of("5433")));

    assertThat(policy(settings).allows(InetAddress.ofLiteral(address), port)).isEqualTo(allowed);
  }

  @Test
  void keepsAwayFromGazetteersOwnServers() {
    var own =
        new OwnServers(NetworkPolicyTest::lookup)
            .postgres("jdbc:postgresql://store.test,standby.test:6543/gazetteer?user=x")
            .kafka(List.of("kafka.test:9092", "[2001:db8::9]:9093"))
            .elasticsearch(List.of("http://index.test:9200/", "https://127.0.0.1"));
    var policy = new NetworkPolicy(OPEN, own);

    assertThat(policy.allows(InetAddress.ofLiteral("10.0.0.1"), 5432)).isFalse();
    assertThat(policy.allows(InetAddress.ofLiteral("10.0.0.1"), 6543)).isFalse();
    assertThat(policy.allows(InetAddress.ofLiteral("64:ff9b::10.0.0.1"), 9092)).isFalse();
    assertThat(policy.allows(InetAddress.ofLiteral("2001:db8::9"), 9093)).isFalse();
    assertThat(policy.allows(InetAddress.ofLiteral("10.0.0.1"), 9200)).isFalse();
    assertThat(policy.allows(InetAddress.ofLiteral("::1"), 9200)).isFalse();
    assertThat(policy.allows(InetAddress.ofLiteral("127.8.8.8"), 9200)).isFalse();
    assertThat(policy.allows(InetAddress.ofLiteral("10.0.0.1"), 5433)).isTrue();
    assertThat(policy.allows(InetAddress.ofLiteral("10.0.0.2"), 5432)).isTrue();
  }

  private static List<InetAddress> lookup(String host) throws UnknownHostException {
    return host.endsWith(".test")
        ? List.of(InetAddress.ofLiteral("10.0.0.1"))
        : HostLookup.SYSTEM.addressesOf(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "a.example/8", "::/129", "", "/8"})
  void refusesWhatIsNoNetwork(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Network.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "2-1", "a", "", "1-", "-1"})
  void refusesWhatIsNoRangeOfPorts(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PortRange.of(text));
  }

  private static boolean allows(NetworkSettings settings, String address) {
    return policy(settings).allows(InetAddress.ofLiteral(address), 5432);
  }

  private static NetworkPolicy policy(NetworkSettings settings) {
    return new NetworkPolicy(settings, new OwnServers(HostLookup.SYSTEM));
  }
}
