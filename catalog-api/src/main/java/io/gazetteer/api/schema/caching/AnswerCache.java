package io.gazetteer.api.schema.caching;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Saves making answers again: the caller has them (304), or they were asked for lately and are in
 * memory, which is bounded by bytes. Both are known by their entity tag, so that neither can be
 * older than the facts the tag was made from. Thread safe.
 */
@Component
public final class AnswerCache {
  /** A larger one takes its time anyway, and would push many small ones out. */
  static final int LARGEST = 1 << 20;

  private final AnswerMemory memory;

  AnswerCache(
      @Value("${gazetteer.answers.memory:16MB}") DataSize memory,
      @Value("${gazetteer.answers.max-age:1m}") Duration maxAge,
      MeterRegistry metrics) {
    this.memory = new AnswerMemory(memory.toBytes(), maxAge, Ticker.systemTicker());
    CaffeineCacheMetrics.monitor(metrics, this.memory.cache(), "answers");
  }

  /** Writes an answer, or throws while nothing is written yet. */
  @FunctionalInterface
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Describes the answer.
   *
   * @param entityTag null when the answer may be another one in the next moment: then it is neither
   *     kept nor offered to be
   * @param inMemory whether it is kept here, too, when it is small
   */
  public record Subject(UUID dataSourceId, @Nullable EntityTag entityTag, boolean inMemory) {}

  /** Answers with what is kept, or with the body and keeps it. */
  public void answer(
      Subject subject, HttpServletRequest request, HttpServletResponse response, Body body)
      throws IOException {
    var entityTag = subject.entityTag();
    response.addHeader(HttpHeaders.VARY, "accept, accept-encoding");
    if (entityTag == null) {
      body.write(GzipStream.body(request, response));
      return;
    }
    entityTag.offer(response);
    if (entityTag.isKnownTo(request)) {
      response.setStatus(HttpStatus.NOT_MODIFIED.value());
    } else if (subject.inMemory() && request.getMethod().equals(HttpMethod.GET.name())) {
      answer(new AnswerMemory.Key(subject.dataSourceId(), entityTag), request, response, body);
    } else {
      body.write(GzipStream.body(request, response));
    }
  }

  private void answer(
      AnswerMemory.Key key, HttpServletRequest request, HttpServletResponse response, Body body)
      throws IOException {
    var out = GzipStream.body(request, response);
    var kept = memory.find(key);
    if (kept.isPresent()) {
      out.write(kept.get());
      out.close();
      return;
    }
    var recorded = new RecordedStream(out, LARGEST);
    body.write(recorded);
    recorded.bytes().ifPresent(bytes -> memory.keep(key, bytes));
  }

  /** Forgets all answers about a data source. */
  public void forget(UUID dataSourceId) {
    memory.forget(dataSourceId);
  }

  /** Forgets all answers. */
  public void forgetAll() {
    memory.forgetAll();
  }

  /** Counts the answers about a data source that are in memory. */
  public long count(UUID dataSourceId) {
    return memory.count(dataSourceId);
  }
}
