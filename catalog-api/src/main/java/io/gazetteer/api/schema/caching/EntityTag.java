package io.gazetteer.api.schema.caching;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
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
  private static final int BYTES = 16;

  /**
   * Makes the entity tag of an answer that these facts make up; each must become the same JSON
   * again.
   */
  public static EntityTag of(@Nullable Object... facts) {
    var digest = sha256().digest(JsonMapper.shared().writeValueAsBytes(facts));
    return new EntityTag(
        Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
