package io.gazetteer.common.source.policy;

/** The network policy refuses an address; which one and why is for nobody to know. */
public final class TargetNotAllowedException extends Exception {
  TargetNotAllowedException() {
    super("The network policy does not allow this host and port", null, false, false);
  }
}
