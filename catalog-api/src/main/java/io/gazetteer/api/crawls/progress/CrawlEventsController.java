package io.gazetteer.api.crawls.progress;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Streams a crawl's progress as server-sent events. */
@RestController
final class CrawlEventsController {
  private static final String RETRY_SECONDS = "10";

  private final CrawlWatchers watchers;
  private final CrawlEvents events;

  CrawlEventsController(CrawlWatchers watchers, CrawlEvents events) {
    this.watchers = watchers;
    this.events = events;
  }

  /** Writes in the request's own thread, which ends with the stream. */
  @GetMapping(path = "/api/crawls/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void stream(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
      throws InterruptedException {
    try (var watch = open(id, response)) {
      if (watch.look().isEmpty()) {
        throw CrawlDetailsReader.notFound();
      }
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      // Proxies that know it pass each event on at once.
      response.setHeader("X-Accel-Buffering", "no");
      if (!HttpMethod.HEAD.matches(request.getMethod())) {
        events.write(watch, response.getOutputStream());
      }
    } catch (IOException e) {
      // Whoever watched is gone, and there is no one to tell.
    }
  }

  private CrawlWatchers.Watch open(UUID id, HttpServletResponse response) {
    return watchers
        .open(id, Callers.current())
        .orElseGet(
            () -> {
              response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
              throw new Problem(
                  ProblemCode.UNAVAILABLE, "Too many watch crawls at the moment; try again");
            });
  }
}
