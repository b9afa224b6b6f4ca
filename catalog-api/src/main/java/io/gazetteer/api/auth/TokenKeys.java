package io.gazetteer.api.auth;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;

/** The keys this process works with; the newest comes first. */
record TokenKeys(List<ECKey> keys) {
  TokenKeys {
    keys = List.copyOf(keys);
  }

  ECKey newest() {
    return keys.getFirst();
  }

  JWKSet publicSet() {
    return new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList());
  }

  @Override
  public String toString() {
    return "TokenKeys[" + keys.size() + "]";
  }
}
