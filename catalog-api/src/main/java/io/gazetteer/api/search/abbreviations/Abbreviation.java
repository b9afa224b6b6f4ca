package io.gazetteer.api.search.abbreviations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A short form and what it stands for, all as the identifier analysis leaves words.
 *
 * @param shortForm one word
 * @param longForms one or more words each, the likeliest first
 */
public record Abbreviation(
    @JsonProperty("short") String shortForm, @JsonProperty("long") List<String> longForms) {}
