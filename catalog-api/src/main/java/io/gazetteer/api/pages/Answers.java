package io.gazetteer.api.pages;

import io.gazetteer.pages.Page;
import io.gazetteer.pages.Templates;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with pages. Thread safe. */
@Component
public final class Answers {
  /** Pages load what is ours and nothing else; they have no script or style inside. */
  public static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " object-src 'none'";

  /** Not {@code no-referrer}: with that, browsers send forms as if they came from nowhere. */
  public static final String REFERRERS = "same-origin";

  public static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Templates templates;

  Answers(Templates templates) {
    this.templates = templates;
  }

  public ResponseEntity<byte[]> of(Page page) {
    return of(page, HttpStatus.OK);
  }

  /** Answers a form that was refused with its page again. */
  public ResponseEntity<byte[]> again(Page page) {
    return of(page, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  public ResponseEntity<byte[]> of(Page page, HttpStatus status) {
    return builder(status).body(templates.render(page));
  }

  /** Leads the browser to another page, after a form was taken. */
  public ResponseEntity<byte[]> goTo(Visit visit, String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, visit.links().to(path))
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", REFERRERS)
        .cacheControl(CacheControl.noStore())
        .build();
  }

  /** Begins an answer with a page. */
  public ResponseEntity.BodyBuilder builder(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", REFERRERS);
  }

  byte[] render(Page page) {
    return templates.render(page);
  }
}
