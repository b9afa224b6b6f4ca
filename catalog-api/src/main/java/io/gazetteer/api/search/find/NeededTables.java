package io.gazetteer.api.search.find;

import io.gazetteer.api.search.Questions;
import io.gazetteer.api.search.Questions.Answered;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import org.springframework.stereotype.Component;

/** Finds what a question needs. Thread safe. */
@Component
@FromRequest
public final class NeededTables {
  private static final int MOST_TABLES = 20;

  private final Questions questions;

  NeededTables(Questions questions) {
    this.questions = questions;
  }

  /** Asks a question, read from the same parameters as a search. */
  public Found ask(Parameters parameters) {
    return new Found(questions.ask(parameters, MOST_TABLES));
  }

  /** What was found, before it is cut to a number of tokens. */
  public static final class Found {
    private final Answered answered;

    private Found(Answered answered) {
      this.answered = answered;
    }

    /**
     * Returns as much of it as fits.
     *
     * @param ddl whether each table is a statement, and not a line
     */
    public FindAnswer within(int tokens, boolean ddl) {
      return new TokenBudget(tokens).fill(answered, ddl);
    }
  }
}
