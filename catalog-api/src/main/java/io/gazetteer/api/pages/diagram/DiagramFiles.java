package io.gazetteer.api.pages.diagram;

import io.gazetteer.api.search.diagram.DiagramForm;
import io.gazetteer.api.search.diagram.DiagramTexts;
import io.gazetteer.api.search.diagram.Drawing;
import io.gazetteer.api.search.diagram.SvgWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with diagrams as files to take away. */
final class DiagramFiles {
  /** A picture loads nothing and runs nothing, but it has its own style. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private DiagramFiles() {}

  static ResponseEntity<byte[]> of(DiagramVisit asked, Drawing drawing, DiagramForm form) {
    var text =
        form == DiagramForm.SVG
            ? SvgWriter.alone(drawing, asked.links(drawing.diagram().request()))
            : DiagramTexts.write(form, drawing.diagram());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(form.mediaType() + ";charset=UTF-8"))
        .header("Content-Security-Policy", POLICY)
        .header(
            "Content-Disposition",
            ContentDisposition.inline()
                .filename(name(drawing.diagram().title(), form), StandardCharsets.UTF_8)
                .build()
                .toString())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  static String name(String title, DiagramForm form) {
    var ending = form == DiagramForm.MERMAID ? "mmd" : form.parameter();
    return title.replaceAll("[^\\p{L}\\p{N}._-]", "_") + "." + ending;
  }
}
