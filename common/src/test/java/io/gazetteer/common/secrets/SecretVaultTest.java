package io.gazetteer.common.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretVaultTest {
  private static final String PASSWORD = "Canary-7f3e9b!€";

  @TempDir private Path folder;

  private SecretVault vault() {
    return new KeysetFile(folder.resolve("secrets/keyset.json")).openOrCreate();
  }

  @Test
  void givesBackWhatItEncrypted() {
    byte[] ciphertext = vault().encrypt(Secret.of(PASSWORD), "data_source/1/secret");
    assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain("Canary");
    assertThat(vault().decrypt(ciphertext, "data_source/1/secret").reveal()).isEqualTo(PASSWORD);
  }

  @Test
  void refusesACiphertextThatWasMovedToAnotherRow() {
    byte[] ciphertext = vault().encrypt(Secret.of(PASSWORD), "data_source/1/secret");
    assertThatThrownBy(() -> vault().decrypt(ciphertext, "data_source/2/secret"))
        .isInstanceOf(SecretVaultException.class)
        .hasMessageContaining("data_source/2/secret");
  }

  @Test
  void refusesACiphertextThatWasChanged() {
    byte[] ciphertext = vault().encrypt(Secret.of(PASSWORD), "data_source/1/secret");
    ciphertext[ciphertext.length - 1] ^= 1;
    assertThatThrownBy(() -> vault().decrypt(ciphertext, "data_source/1/secret"))
        .isInstanceOf(SecretVaultException.class);
  }

  @Test
  void keepsTheKeysetForItsOwnerOnly() throws Exception {
    vault();
    var permissions = Files.getPosixFilePermissions(folder.resolve("secrets/keyset.json"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void makesOneKeysetHoweverManyProcessesStartAtOnce() {
    List<byte[]> ciphertexts =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> vault().encrypt(Secret.of(PASSWORD), "place"))
            .toList();
    assertThat(ciphertexts)
        .allSatisfy(c -> assertThat(vault().decrypt(c, "place").reveal()).isEqualTo(PASSWORD));
    assertThat(folder.resolve("secrets").toFile().list()).containsExactly("keyset.json");
  }

  @Test
  void waitsForTheProcessThatMakesTheKeyset() {
    var late = new KeysetFile(folder.resolve("late.json"));
    Thread.ofPlatform().daemon().start(late::openOrCreate);
    late.awaitExistence(Duration.ofSeconds(20));
    byte[] ciphertext = late.open().encrypt(Secret.of(PASSWORD), "place");
    assertThat(late.open().decrypt(ciphertext, "place").reveal()).isEqualTo(PASSWORD);
  }

  @Test
  void saysInOneSentenceThatTheKeysetIsMissing() {
    var missing = new KeysetFile(folder.resolve("none.json"));
    assertThatThrownBy(missing::open)
        .isInstanceOf(SecretVaultException.class)
        .hasMessageContaining("none.json")
        .hasMessageContaining("GAZETTEER_KEYSET_FILE");
  }

  @Test
  void doesNotPrintASecret() {
    assertThat(Secret.of(PASSWORD)).hasToString("[secret]");
  }
}
