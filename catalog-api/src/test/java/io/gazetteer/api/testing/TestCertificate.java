package io.gazetteer.api.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for {@code localhost} that nobody trusts unless told to.
 *
 * @param file the certificate, as PEM
 * @param context for a server that has it
 */
public record TestCertificate(Path file, SSLContext context) {
  private static final String PASSWORD = "changeit";

  /** Makes one; its files are in a folder of the test's. */
  public static TestCertificate make(Path folder, String name)
      throws IOException, GeneralSecurityException, InterruptedException {
    var store = folder.resolve(name + ".p12");
    keytool(
        name,
        store,
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1"));
    var file = folder.resolve(name + ".pem");
    keytool(name, store, List.of("-exportcert", "-rfc", "-file", file.toString()));
    return new TestCertificate(file, context(store));
  }

  private static void keytool(String name, Path store, List<String> words)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(words);
    command.addAll(List.of("-alias", name, "-keystore", store.toString(), "-storepass", PASSWORD));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    var password = PASSWORD.toCharArray();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
