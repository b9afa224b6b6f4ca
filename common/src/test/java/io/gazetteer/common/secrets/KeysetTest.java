package io.gazetteer.common.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {
  private static final String PASSWORD = "Canary-7f3e9b";
  private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir private Path folder;
  private Path path;
  private KeysetFile file;

  @BeforeEach
  void create() {
    path = folder.resolve("keyset.json");
    file = new KeysetFile(path);
    file.create();
  }

  private static byte[] encrypt(SecretVault vault) {
    return vault.encrypt(Secret.of(PASSWORD), "place");
  }

  private static void opens(SecretVault vault, byte[] ciphertext) {
    assertThat(vault.decrypt(ciphertext, "place").reveal()).isEqualTo(PASSWORD);
  }

  @Test
  void anotherProcessFollowsARotationWhenItMeetsTheNewKey() throws Exception {
    var other = file.open();
    var old = encrypt(other);
    file.replace(file.read().withNewKey().withNewestPrimary());

    opens(other, encrypt(file.open()));
    opens(other, old);
  }

  @Test
  void anotherProcessEncryptsWithTheNewKeyAtOnce() throws Exception {
    var other = file.open();
    file.replace(file.read().withNewKey().withNewestPrimary());

    assertThat(encrypt(other)).startsWith(file.read().primaryId().prefix());
  }

  @Test
  void aKeyThatWasAddedDecryptsBeforeItEncrypts() throws Exception {
    var before = file.read();
    file.replace(before.withNewKey());
    var copy = file.read();
    assertThat(copy.primaryId()).isEqualTo(before.primaryId());
    assertThat(copy.hasNewKey()).isTrue();
    assertThat(copy.oldIds()).isEmpty();

    file.replace(copy.withNewestPrimary());
    byte[] ciphertext = copy.withNewestPrimary().aead().encrypt(new byte[1], new byte[0]);
    assertThat(copy.aead().decrypt(ciphertext, new byte[0])).hasSize(1);
  }

  @Test
  void anOldKeyIsGoneOnceItIsDropped() throws Exception {
    var old = encrypt(file.open());
    file.replace(file.read().withNewKey().withNewestPrimary());
    var rotated = file.read();
    assertThat(rotated.oldIds()).containsExactly(KeyId.of(old));
    file.replace(rotated.without(rotated.oldIds()));

    assertThat(file.read().oldIds()).isEmpty();
    assertThatThrownBy(() -> opens(file.open(), old)).isInstanceOf(SecretVaultException.class);
  }

  @Test
  void onlyOldKeysCanBeDropped() throws Exception {
    var keyset = file.read().withNewKey().withNewestPrimary().withNewKey();
    var all = List.of(keyset.oldIds(), List.of(keyset.primaryId()), keyset.newIds());
    assertThat(all).allMatch(ids -> ids.size() == 1);

    var left = keyset.without(all.stream().flatMap(List::stream).toList());

    assertThat(left.oldIds()).isEmpty();
    assertThat(left.primaryId()).isEqualTo(keyset.primaryId());
    assertThat(left.newIds()).isEqualTo(keyset.newIds());
  }

  @Test
  void aFileThatDisappearsStopsNoProcessThatRuns() throws Exception {
    var vault = file.open();
    var ciphertext = encrypt(vault);
    Files.delete(path);
    opens(vault, ciphertext);
    opens(vault, encrypt(vault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void refusesAFileThatIsOpenToOthers(String rights) throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    assertThatThrownBy(file::open)
        .isInstanceOf(SecretVaultException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void staysItsOwnersWhenItIsReplaced() throws Exception {
    file.replace(file.read().withNewKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("keyset.json");
  }

  @Test
  void isWrappedByTheMasterKey() throws Exception {
    var ciphertext = encrypt(file.open());
    var wrapping = new KeysetFile(path, new KeysetJson(new MasterKey(MASTER, "")));
    var plain = Files.readString(path);
    wrapping.replace(wrapping.read());

    assertThat(plain).contains("AesGcmKey\",\"value");
    assertThat(Files.readString(path)).contains("encryptedKeyset").doesNotContain("\"value\"");
    opens(wrapping.open(), ciphertext);
    assertThatThrownBy(file::open).hasMessageContaining("GAZETTEER_MASTER_KEY_FILE");
    var other = Base64.getEncoder().encodeToString("x".repeat(32).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(new KeysetFile(path, new KeysetJson(new MasterKey(other, "")))::open)
        .hasMessageContaining("another master key");
  }

  @Test
  void takesTheMasterKeyFromAFileOfItsOwner() throws Exception {
    var master = Files.writeString(folder.resolve("master"), MASTER + "\n");
    Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-r--r--"));
    var wrapped = new KeysetFile(path, new KeysetJson(new MasterKey("", master.toString())));
    var keyset = file.read();
    assertThatThrownBy(() -> wrapped.replace(keyset)).hasMessageContaining("chmod 600");

    Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-------"));
    wrapped.replace(keyset);
    opens(wrapped.open(), encrypt(wrapped.open()));
  }

  @Test
  void aMasterKeyThatIsNoneIsNotShown() {
    for (var text : new String[] {"short", "not*base64*" + PASSWORD}) {
      var wrapped = new KeysetFile(path, new KeysetJson(new MasterKey(text, "")));
      var keyset = file.read();
      assertThatThrownBy(() -> wrapped.replace(keyset))
          .hasMessageContaining("32 bytes in Base64")
          .hasNoCause()
          .message()
          .doesNotContain(text);
    }
  }

  @Test
  void aVariableIsReadAndNeverWritten() throws Exception {
    var ciphertext = encrypt(file.open());
    var variable = new KeysetVariable(Files.readString(path), new KeysetJson(MasterKey.none()));
    opens(new SecretVault(variable), ciphertext);
    var keyset = variable.read();
    assertThatThrownBy(() -> variable.replace(keyset))
        .hasMessageContaining("no command can change");
  }
}
