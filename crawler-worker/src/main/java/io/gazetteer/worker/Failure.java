package io.gazetteer.worker;

/** Why something failed: a stable code and a sentence for people, without secrets. */
public record Failure(String code, String message) {}
