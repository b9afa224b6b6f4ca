package io.gazetteer.api.schema.caching;

import io.gazetteer.common.digest.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands for what an answer says, without the answer: made from everything the answer depends on.
 * Its entity tag is weak, since the same answer may be compressed or not.
 */
public record EntityTag(String tag) {
  /**
   * Makes the entity tag of an answer that these facts make up; each must become the same JSON
   * again.
   */
  public static EntityTag of(@Nullable Object... facts) {
    var digest = Sha256.begin();
    digest.update(JsonMapper.shared().writeValueAsBytes(facts));
    return new EntityTag(Sha256.shortText(digest));
  }

  /** Has the caller keep the answer and ask before each use whether it still holds. */
  void offer(HttpServletResponse response) {
    response.setHeader(HttpHeaders.ETAG, new ETag(tag, true).formattedTag());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  /**
   * Says whether the caller has the answer already. {@code If-None-Match: *} is no such claim here:
   * only the answer itself would show whether there is anything.
   */
  boolean isKnownTo(HttpServletRequest request) {
    var known = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
    return ETag.parse(String.join(", ", known)).stream()
        .anyMatch(etag -> !etag.isWildcard() && etag.tag().equals(tag));
  }
}
