package io.gazetteer.common.source.policy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says where data sources may be. What one setting refuses stays refused when another allows it.
 *
 * @param loopback whether they may be on this machine's loopback addresses
 * @param privateNetworks whether they may be in private networks, where most databases are
 * @param allowed when there are any, data sources must be in one of these
 * @param denied data sources must be in none of these
 * @param allowedPorts when there are any, the port must be one of these
 * @param deniedPorts the port must be none of these
 */
@ConfigurationProperties("gazetteer.network")
public record NetworkSettings(
    @DefaultValue("false") boolean loopback,
    @DefaultValue("true") boolean privateNetworks,
    @DefaultValue List<Network> allowed,
    @DefaultValue List<Network> denied,
    @DefaultValue List<PortRange> allowedPorts,
    @DefaultValue List<PortRange> deniedPorts) {

  /** Returns settings for one machine that has all: loopback, private networks, all ports. */
  public static NetworkSettings ofOneMachine() {
    return new NetworkSettings(true, true, List.of(), List.of(), List.of(), List.of());
  }
}
