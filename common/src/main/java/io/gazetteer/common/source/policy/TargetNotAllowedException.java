package io.gazetteer.common.source.policy;

/** Says that the network policy refuses an address; which one and why nobody is to learn. */
public final class TargetNotAllowedException extends Exception {
  TargetNotAllowedException() {
    super("The network policy does not allow this host and port", null, false, false);
  }
}
