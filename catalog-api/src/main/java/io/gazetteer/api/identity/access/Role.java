package io.gazetteer.api.identity.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Says what someone may do; each role may do all that the ones before it may. */
public enum Role {
  VIEWER,
  EDITOR,
  ADMIN;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** Returns the lesser of two roles. */
  public Role atMost(Role other) {
    return includes(other) ? other : this;
  }

  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> lookup(String jsonName) {
    return Arrays.stream(values()).filter(role -> role.jsonName().equals(jsonName)).findFirst();
  }
}
