package io.gazetteer.common.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The file that holds the Tink keyset. It is as secret as all passwords together: only its owner
 * can read it, and without it they are lost.
 */
public final class KeysetFile {
  private static final Configuration AEAD = AeadConfig2026.get();

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path path;

  public KeysetFile(Path path) {
    this.path = path;
  }

  /** Opens the vault; makes a new keyset first when there is no file. */
  public SecretVault openOrCreate() {
    if (Files.notExists(path)) {
      create();
    }
    return open();
  }

  /** Opens the vault as soon as there is a file, or says after a while that there is none. */
  SecretVault openWhenThere(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (Files.notExists(path) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return open();
  }

  /**
   * Opens the vault.
   *
   * @throws SecretVaultException when the file is missing or holds no keyset
   */
  public SecretVault open() {
    try {
      var keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(path), AEAD, InsecureSecretKeyAccess.get());
      return new SecretVault(keyset.getPrimitive(AEAD, Aead.class));
    } catch (IOException e) {
      throw new SecretVaultException(
          "The keyset file "
              + path
              + " cannot be read: set GAZETTEER_KEYSET_FILE to the file that"
              + " the first API process made",
          e);
    } catch (GeneralSecurityException e) {
      throw new SecretVaultException("The file " + path + " holds no usable Tink keyset", e);
    }
  }

  /**
   * Written aside and linked into place, so that of two processes one wins and neither reads half.
   */
  private void create() {
    try {
      var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD);
      var json =
          TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AEAD, InsecureSecretKeyAccess.get());
      var folder = Files.createDirectories(path.toAbsolutePath().getParent());
      var aside = folder.resolve(path.getFileName() + "." + UUID.randomUUID());
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(aside, ownerOnly);
      try {
        Files.writeString(aside, json);
        Files.createLink(path, aside);
      } catch (FileAlreadyExistsException e) {
        // Another process was first; its keyset is the one.
      } finally {
        Files.delete(aside);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new SecretVaultException("A keyset file cannot be made at " + path, e);
    }
  }
}
