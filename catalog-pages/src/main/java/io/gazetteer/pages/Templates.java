package io.gazetteer.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns pages into HTML, by templates that were compiled with this module. Thread safe. */
public final class Templates {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  public Templates() {
    engine.setTrimControlStructures(true);
  }

  /** Returns the page as UTF-8. */
  public byte[] render(Page page) {
    var output = new Utf8ByteOutput();
    engine.render(page.template(), page, output);
    var bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
