package io.gazetteer.api.pages.entry;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.pages.StaticFiles;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Answers with the files that pages load. */
@Controller
final class StaticFileController {
  private static final Duration YEAR = Duration.ofDays(365);

  private final StaticFiles files;

  StaticFileController(StaticFiles files) {
    this.files = files;
  }

  @GetMapping("/static/{file}")
  ResponseEntity<byte[]> file(@PathVariable String file) {
    var found = files.find(file).orElseThrow(() -> new NotFoundException("There is no such file"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
        .contentType(MediaType.parseMediaType(found.type()))
        .body(found.content());
  }
}
