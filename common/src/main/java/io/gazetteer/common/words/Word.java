package io.gazetteer.common.words;

/**
 * Is one word of an analysed text: its normal form and where it stands in the original.
 *
 * @param text the normal form: not empty, without whitespace, at most 255 UTF-16 units
 * @param start UTF-16 offset of the first unit in the original string
 * @param end UTF-16 offset behind the last unit
 */
public record Word(String text, int start, int end) {}
