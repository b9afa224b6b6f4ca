package io.gazetteer.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that pages load. The name of each has a hash of its content, so that browsers may keep
 * it for good, and get another one with another version of ours. Immutable.
 */
public final class StaticFiles {
  /** Where pages look for them. */
  public static final String FOLDER = "static/";

  private static final List<String> NAMES =
      List.of("app.css", "app.js", "diagram.js", "icons.svg", "logo.svg");
  private static final int DIGITS = 12;

  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, File> files = new HashMap<>();

  public StaticFiles() {
    for (String name : NAMES) {
      byte[] content = read(name);
      int dot = name.lastIndexOf('.');
      var hashed = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
      paths.put(name, FOLDER + hashed);
      files.put(hashed, new File(type(name.substring(dot)), content));
    }
  }

  /** A file and its media type. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares files, and nobody changes them.
  public record File(String type, byte[] content) {}

  /** Returns the path of a file, from the first page. */
  String path(String name) {
    var path = paths.get(name);
    if (path == null) {
      throw new IllegalArgumentException("There is no file " + name);
    }
    return path;
  }

  /** Finds a file by its name with the hash. */
  public Optional<File> find(String hashedName) {
    return Optional.ofNullable(files.get(hashedName));
  }

  private static String type(String ending) {
    return switch (ending) {
      case ".css" -> "text/css;charset=UTF-8";
      case ".js" -> "text/javascript;charset=UTF-8";
      default -> "image/svg+xml";
    };
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static byte[] read(String name) {
    try (var in = StaticFiles.class.getResourceAsStream("files/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The file " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
