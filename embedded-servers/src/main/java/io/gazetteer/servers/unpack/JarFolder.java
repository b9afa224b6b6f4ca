package io.gazetteer.servers.unpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Is a folder inside a jar; jars know no permissions, so all its files may be executed. */
public record JarFolder(String folder) implements Binaries.Source {
  @Override
  public String archive() {
    return resource().jarName();
  }

  @Override
  public void unpackTo(Path target) throws IOException {
    try (var jar = resource().connect().getJarFile()) {
      for (JarEntry entry : jar.stream().filter(this::isInside).toList()) {
        unpack(jar, entry, target);
      }
    }
  }

  private Resource resource() {
    return Resource.find("/" + folder + "/");
  }

  private boolean isInside(JarEntry entry) {
    return !entry.isDirectory() && entry.getName().startsWith(folder + "/");
  }

  private void unpack(JarFile jar, JarEntry entry, Path target) throws IOException {
    var file = target.resolve(entry.getName().substring(folder.length() + 1)).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("The jar has an entry outside of the folder: " + entry.getName());
    }
    Files.createDirectories(file.getParent());
    try (var content = jar.getInputStream(entry)) {
      Files.copy(content, file);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
