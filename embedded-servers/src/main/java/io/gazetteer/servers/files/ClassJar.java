package io.gazetteer.servers.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Packs a few of our own classes into a jar, for a JVM that is to have these and no others. Ours
 * may be in a jar or in a folder.
 *
 * @param names of classes, with dots
 */
public record ClassJar(List<String> names) {
  public void writeTo(Path file) throws IOException {
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        add(jar, name.replace('.', '/') + ".class");
      }
    }
  }

  private static void add(JarOutputStream jar, String entry) throws IOException {
    try (var content = ClassJar.class.getResourceAsStream("/" + entry)) {
      if (content == null) {
        throw new FileNotFoundException(entry);
      }
      jar.putNextEntry(new JarEntry(entry));
      content.transferTo(jar);
      jar.closeEntry();
    }
  }
}
