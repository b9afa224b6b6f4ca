package io.gazetteer.api.web;

/** What is wrong with one field or parameter; the message never repeats the value. */
public record FieldError(String field, String message) {}
