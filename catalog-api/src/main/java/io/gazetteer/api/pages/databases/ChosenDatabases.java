package io.gazetteer.api.pages.databases;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.sources.registration.ConnectionFailedException;
import io.gazetteer.api.sources.registration.RegisterDataSource;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers several databases of a server, one after the other. Thread safe. */
@Component
final class ChosenDatabases {
  /** A browser waits this long; what is left then is added with the next click. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final String DB_NAME = "db_name";

  private final RegisterDataSource registering;

  ChosenDatabases(RegisterDataSource registering) {
    this.registering = registering;
  }

  /**
   * What became of one of them.
   *
   * @param id of the new data source; null when there is none
   * @param problem why not; empty when there is one
   */
  record Outcome(String name, @Nullable UUID id, String problem) {}

  /**
   * Tests and registers databases.
   *
   * @throws Problem when the fields are wrong, whatever the database
   */
  List<Outcome> register(FormFields form, List<String> names, Caller caller) {
    var outcomes = new ArrayList<Outcome>();
    long end = System.nanoTime() + LONGEST.toNanos();
    for (String name : names) {
      outcomes.add(
          System.nanoTime() - end < 0
              ? register(form, name, caller)
              : new Outcome(name, null, "was not tried yet; add the chosen ones again"));
    }
    return outcomes;
  }

  private Outcome register(FormFields form, String name, Caller caller) {
    var fields = DatabaseForms.added(form.with(DB_NAME, name));
    try {
      var source = DataSourceForm.newDataSource(fields);
      return new Outcome(name, registering.registerTested(source, caller), "");
    } catch (Problem e) {
      if (!e.errors().stream().map(FieldError::field).allMatch(DB_NAME::equals)) {
        throw e;
      }
      return new Outcome(name, null, said(e));
    } catch (ConnectionFailedException e) {
      var problem = e.report().problem();
      return new Outcome(name, null, problem == null ? "does not work" : problem.message());
    } catch (DomainException e) {
      return new Outcome(name, null, Mistakes.sentence(e));
    }
  }

  private static String said(Problem problem) {
    return problem.errors().stream().map(FieldError::message).collect(Collectors.joining("; "));
  }
}
