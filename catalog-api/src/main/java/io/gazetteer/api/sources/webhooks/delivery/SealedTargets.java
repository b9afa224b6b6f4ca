package io.gazetteer.api.sources.webhooks.delivery;

import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVault;
import io.gazetteer.common.secrets.SecretVaultException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts targets for the {@code secret} column of their webhook. Thread safe. */
@Component
public final class SealedTargets {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SecretVault vault;

  SealedTargets(SecretVault vault) {
    this.vault = vault;
  }

  public byte[] seal(UUID webhookId, Target target) {
    try (var secret = Secret.of(JSON.writeValueAsString(target))) {
      return vault.encrypt(secret, place(webhookId));
    }
  }

  /**
   * Decrypts a target.
   *
   * @throws SecretVaultException when it was encrypted with another keyset, or was changed
   */
  public Target open(UUID webhookId, byte[] sealed) {
    try (var secret = vault.decrypt(sealed, place(webhookId))) {
      return JSON.readValue(secret.reveal(), Target.class);
    }
  }

  private static String place(UUID webhookId) {
    return "webhook/" + webhookId + "/secret";
  }
}
