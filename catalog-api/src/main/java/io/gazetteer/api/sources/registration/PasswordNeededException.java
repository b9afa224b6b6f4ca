package io.gazetteer.api.sources.registration;

/** A change would send the stored password somewhere else. */
public final class PasswordNeededException extends RuntimeException {}
