package io.gazetteer.api.identity.access;

import org.jspecify.annotations.Nullable;

/**
 * Says what one route needs.
 *
 * @param method {@code *} for all
 * @param path as its controller declares it
 * @param least null: open to everyone, no token is looked at
 * @param personal only for people: API tokens may not, whatever their role
 */
public record AccessRule(String method, String path, @Nullable Role least, boolean personal) {
  static AccessRule open(String method, String path) {
    return new AccessRule(method, path, null, false);
  }

  static AccessRule viewer(String method, String path) {
    return new AccessRule(method, path, Role.VIEWER, false);
  }

  static AccessRule editor(String method, String path) {
    return new AccessRule(method, path, Role.EDITOR, false);
  }

  static AccessRule admin(String method, String path) {
    return new AccessRule(method, path, Role.ADMIN, false);
  }

  /** A person: a token of an administrator that leaks must not make another administrator. */
  static AccessRule administrator(String method, String path) {
    return new AccessRule(method, path, Role.ADMIN, true);
  }

  static AccessRule person(String method, String path) {
    return new AccessRule(method, path, Role.VIEWER, true);
  }

  public boolean isOpen() {
    return least == null;
  }

  public boolean allows(Caller caller) {
    return least == null
        || (caller.role().includes(least) && !(personal && caller.via() == Caller.Via.TOKEN));
  }
}
