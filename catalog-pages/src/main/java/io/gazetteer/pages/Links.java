package io.gazetteer.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Makes the links of one page. They are relative to it, so that Gazetteer works behind any path
 * prefix of a proxy without knowing it.
 *
 * @param up leads from the page to the first one: {@code ./}, {@code ../} and so on
 */
public record Links(String up, StaticFiles files) {
  /**
   * Makes the links of the page at a path.
   *
   * @param path as the browser sent it, for example {@code /db/shop/sales/orders}
   */
  public static Links at(String path, StaticFiles files) {
    long folders = path.chars().filter(c -> c == '/').count() - 1;
    return new Links(folders <= 0 ? "./" : "../".repeat((int) folders), files);
  }

  /** Links to a page of ours, for example {@code search?q=mail}; empty for the first one. */
  public String to(String path) {
    return up + path;
  }

  /** Links to one of the {@link StaticFiles}. */
  public String file(String name) {
    return up + files.path(name);
  }

  /** Links to a picture in the file of icons. */
  public String icon(String name) {
    return file("icons.svg") + "#" + name;
  }

  /** Writes a text as a part of a path or as a parameter. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
