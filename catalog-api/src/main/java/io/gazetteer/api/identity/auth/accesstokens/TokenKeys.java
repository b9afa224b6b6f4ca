package io.gazetteer.api.identity.auth.accesstokens;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.List;

/** Holds the keys that access tokens are verified with; the newest comes first, and signs. */
record TokenKeys(List<ECKey> keys) {
  TokenKeys {
    keys = List.copyOf(keys);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  ECKey newest() {
    return keys.getFirst();
  }

  /** Returns the keys as anyone may know them. */
  JWKSet publicSet() {
    return new JWKSet(
        keys.stream()
            .<JWK>map(
                key ->
                    new ECKey.Builder(key.toPublicJWK())
                        .algorithm(AccessTokens.ALGORITHM)
                        .keyUse(KeyUse.SIGNATURE)
                        .build())
            .toList());
  }

  @Override
  public String toString() {
    return "TokenKeys[" + keys.size() + "]";
  }
}
