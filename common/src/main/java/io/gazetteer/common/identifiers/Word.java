package io.gazetteer.common.identifiers;

/**
 * One word of an analysed text.
 *
 * @param text its normal form: lower case, accents folded, singular
 * @param start where it begins in the original, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Word(String text, int start, int end) {}
