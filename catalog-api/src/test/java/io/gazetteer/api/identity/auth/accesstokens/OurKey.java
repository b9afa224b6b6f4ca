package io.gazetteer.api.identity.auth.accesstokens;

import com.nimbusds.jose.jwk.ECKey;

/** Gives tests of other packages the key that signs access tokens. */
public final class OurKey {
  private OurKey() {}

  public static ECKey of(SigningKeys keys) {
    return keys.current().newest();
  }
}
