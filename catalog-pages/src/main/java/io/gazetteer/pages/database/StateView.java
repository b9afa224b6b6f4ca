package io.gazetteer.pages.database;

/**
 * The state of a crawl.
 *
 * @param tone one of {@code good bad warn live idle}
 * @param icon of it
 */
public record StateView(String label, String tone, String icon) {}
