package io.gazetteer.servers.unpack;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;

/** Is something inside a jar on the class path. */
record Resource(URL url) {
  static Resource find(String name) {
    var url = Resource.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException(
          "There are no binaries for this platform on the class path: " + name);
    }
    return new Resource(url);
  }

  /** Returns the name of the jar without its ending. */
  String jarName() {
    var jar = Path.of(connect().getJarFileURL().getPath()).getFileName().toString();
    return jar.replaceFirst("\\.jar$", "");
  }

  JarURLConnection connect() {
    try {
      if (url.openConnection() instanceof JarURLConnection connection) {
        // A jar that is shared would be closed under somebody else.
        connection.setUseCaches(false);
        return connection;
      }
    } catch (IOException e) {
      throw new IllegalStateException(url + " cannot be read", e);
    }
    throw new IllegalStateException(url + " is not in a jar");
  }
}
