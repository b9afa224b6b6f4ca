package io.gazetteer.common.source.mysql;

import com.mysql.cj.protocol.AuthenticationPlugin;
import com.mysql.cj.protocol.a.NativeAuthenticationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The ways to log in that the driver on the class path has, read from its jar. */
public final class DriverLogins {
  private static final String FOLDER = "com/mysql/cj/protocol/a/authentication/";

  private DriverLogins() {}

  /** Returns the names by which servers ask for them. */
  public static Stream<String> all() {
    var source = NativeAuthenticationProvider.class.getProtectionDomain().getCodeSource();
    try (var jar = new JarFile(Path.of(source.getLocation().toURI()).toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(FOLDER) && name.endsWith(".class"))
          .filter(name -> !name.contains("$"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .map(DriverLogins::pluginName)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pluginName(String className) {
    try {
      var plugin = Class.forName(className).getDeclaredConstructor().newInstance();
      return ((AuthenticationPlugin<?>) plugin).getProtocolPluginName();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns those about which we have decided. */
  public static Collection<String> decided() {
    return Stream.concat(MySqlLogins.USED.stream(), MySqlLogins.UNUSED.stream()).toList();
  }

  public static boolean isUnused(String plugin) {
    return MySqlLogins.UNUSED.contains(plugin);
  }
}
