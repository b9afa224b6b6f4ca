package io.gazetteer.pages.search;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows a search box, and what was found.
 *
 * @param query as it was typed
 * @param kept parameters besides the query that a new search keeps, as name and value
 * @param chips filters that hold
 * @param mistake what is wrong with the query; null when nothing is
 * @param results null before a search, and when the query is wrong
 * @param start what an empty box has below; null after a search
 */
public record SearchPage(
    Frame frame,
    String query,
    List<Parameter> kept,
    List<Chip> chips,
    @Nullable Mistake mistake,
    @Nullable Results results,
    @Nullable Start start)
    implements Page {
  public SearchPage {
    kept = List.copyOf(kept);
    chips = List.copyOf(chips);
  }

  @Override
  public String template() {
    return "search/search.jte";
  }

  /** A parameter of the page. */
  public record Parameter(String name, String value) {}

  /**
   * A filter that can be taken off.
   *
   * @param link to the same search without it
   */
  public record Chip(String label, String value, String link) {}

  /**
   * What is wrong with a query.
   *
   * @param text the query, with the place of the mistake marked
   */
  public record Mistake(MarkedText text, String message, String hint) {}

  /**
   * What was found, by property and value, and what one may do with it.
   *
   * @param reading null for a text that can only be names
   * @param notes what else is to be said about the text, in sentences
   * @param joins how the tables that a question found are joined
   */
  public record Results(
      String count,
      String took,
      List<HitView> hits,
      List<FacetView> facets,
      @Nullable Correction correction,
      @Nullable Reading reading,
      List<String> notes,
      List<JoinView> joins,
      @Nullable String nextLink,
      @Nullable String firstLink,
      String csvLink,
      String linesLink) {
    public Results {
      hits = List.copyOf(hits);
      facets = List.copyOf(facets);
      notes = List.copyOf(notes);
      joins = List.copyOf(joins);
    }
  }

  /**
   * How the text was read.
   *
   * @param other what else it can be read as
   * @param link to the same text, read so
   */
  public record Reading(String text, String other, String link) {}

  /**
   * How two found tables are joined.
   *
   * @param join the SQL text behind FROM
   */
  public record JoinView(List<TableLink> tables, String join) {
    public JoinView {
      tables = List.copyOf(tables);
    }
  }

  /** A table and its page. */
  public record TableLink(String name, String link) {}

  /**
   * What was searched for instead of what was typed.
   *
   * @param literalLink to the search for exactly what was typed
   */
  public record Correction(String typed, String meant, String meantLink, String literalLink) {}

  /**
   * The values of a property among the hits.
   *
   * @param others values that show on demand
   * @param unlisted what is said of those that are not here; null when all are
   */
  public record FacetView(
      String title,
      List<FacetValueView> values,
      List<FacetValueView> others,
      @Nullable String unlisted) {
    public FacetView {
      values = List.copyOf(values);
      others = List.copyOf(others);
    }
  }

  /**
   * One value.
   *
   * @param link to the same search with it, or without it when it is chosen
   */
  public record FacetValueView(String label, String count, boolean chosen, String link) {}

  /**
   * What an empty search box has below.
   *
   * @param empty whether no database is registered
   */
  public record Start(
      boolean empty,
      boolean mayAdd,
      String size,
      List<Change> crawls,
      List<Change> changes,
      List<Example> examples) {
    public Start {
      crawls = List.copyOf(crawls);
      changes = List.copyOf(changes);
      examples = List.copyOf(examples);
    }
  }

  /** A database that was crawled lately, or a table that has changed. */
  public record Change(String name, String what, String when, String link) {}

  /** A query that shows what one can ask. */
  public record Example(String query, String meaning, String link) {}
}
