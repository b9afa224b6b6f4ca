package io.gazetteer.api.web.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with one field or parameter; the message never repeats the value.
 *
 * @param position where in a text it goes wrong, in UTF-16 code units; null when that says nothing
 * @param hint what would be right; null when the message says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
    String field, String message, @Nullable Integer position, @Nullable String hint) {
  public FieldError(String field, String message) {
    this(field, message, null, null);
  }
}
