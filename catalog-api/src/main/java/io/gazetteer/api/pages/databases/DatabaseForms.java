package io.gazetteer.api.pages.databases;

import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.registration.DataSourceView;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.common.catalog.RelationFilters;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.pages.database.DatabaseFormPage;
import io.gazetteer.pages.database.ReportView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form that adds and changes databases: its fields, and what is said about them. */
final class DatabaseForms {
  private static final Set<String> TEXTS =
      Set.of(
          "hostname",
          "db_name",
          "username",
          "password",
          "tls_mode",
          "ca_certificate",
          "schedule",
          "time_zone");
  private static final Set<String> NUMBERS = Set.of("port");
  private static final Set<String> OPTIONAL = Set.of("max_connections");
  private static final String FILTERS = "filters";
  private static final List<String> PATTERNS =
      List.of("include_schemas", "exclude_schemas", "include_tables", "exclude_tables");

  /** The texts of a new one, whose kind is still open. */
  static final Set<String> NEW_TEXTS =
      Stream.concat(TEXTS.stream(), Stream.of("db_type")).collect(Collectors.toUnmodifiableSet());

  /** What a form that was refused has again; the password is not among it. */
  private static final List<String> KEPT =
      List.of(
          "db_type",
          "hostname",
          "port",
          "db_name",
          "username",
          "tls_mode",
          "ca_certificate",
          "schedule",
          "time_zone",
          "max_connections");

  private DatabaseForms() {}

  static List<String> kinds() {
    return Arrays.stream(DatabaseKind.values()).map(DatabaseKind::displayName).toList();
  }

  static List<String> tlsModes() {
    return Arrays.stream(TlsMode.values()).map(TlsMode::jsonName).toList();
  }

  static Map<String, String> kept(FormFields form) {
    var values = new LinkedHashMap<String, String>();
    KEPT.forEach(field -> values.put(field, form.text(field)));
    PATTERNS.forEach(list -> values.put(field(list), form.text(field(list))));
    return values;
  }

  private static String field(String list) {
    return FILTERS + "." + list;
  }

  /** Returns the fields of a new data source as the API takes them. */
  static JsonFields added(FormFields form) {
    return json(form, NEW_TEXTS);
  }

  /** Returns the fields of a change as the API takes them. */
  static JsonFields changed(FormFields form) {
    return json(form, TEXTS);
  }

  private static JsonFields json(FormFields form, Set<String> texts) {
    return form.toJson(texts, NUMBERS, OPTIONAL, FILTERS, Set.copyOf(PATTERNS));
  }

  /** Returns the values of the fields that show a data source. */
  static Map<String, String> values(DataSourceView view) {
    var values = new LinkedHashMap<String, String>();
    values.put("hostname", view.hostname());
    values.put("port", Integer.toString(view.port()));
    values.put("db_name", view.dbName());
    values.put("username", view.username());
    values.put("tls_mode", view.tlsMode().jsonName());
    values.put("ca_certificate", view.caCertificate() == null ? "" : view.caCertificate());
    values.put("schedule", view.schedule());
    values.put("time_zone", view.timeZone());
    values.put(
        "max_connections",
        view.maxConnections() == null ? "" : Integer.toString(view.maxConnections()));
    filters(view.filters()).forEach((list, text) -> values.put(field(list), text));
    return values;
  }

  /** Returns the patterns of filters by the names of their lists, one on each line. */
  static Map<String, String> filters(RelationFilters filters) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("include_schemas", lines(filters.includeSchemas()));
    texts.put("exclude_schemas", lines(filters.excludeSchemas()));
    texts.put("include_tables", lines(filters.includeTables()));
    texts.put("exclude_tables", lines(filters.excludeTables()));
    return texts;
  }

  private static String lines(List<String> patterns) {
    return String.join("\n", patterns);
  }

  static Map<String, String> wrong(Problem problem) {
    var wrong = new LinkedHashMap<String, String>();
    for (FieldError error : problem.errors()) {
      wrong.putIfAbsent(error.field(), error.message());
    }
    return wrong;
  }

  static @Nullable String complaint(Problem problem) {
    return problem.errors().isEmpty()
        ? problem.getMessage()
        : "Please look at the fields that are marked.";
  }

  static DatabaseFormPage adding(
      Visit visit,
      Map<String, String> values,
      Map<String, String> wrong,
      @Nullable String complaint,
      @Nullable ReportView report) {
    return page(visit, null, "databases/new", "databases", values, wrong, complaint, report);
  }

  static DatabaseFormPage changing(
      Visit visit,
      UUID id,
      String name,
      Map<String, String> values,
      Map<String, String> wrong,
      @Nullable String complaint) {
    var path = "databases/" + id;
    return page(visit, name, path + "/edit", path, values, wrong, complaint, null);
  }

  private static DatabaseFormPage page(
      Visit visit,
      @Nullable String changed,
      String action,
      String back,
      Map<String, String> values,
      Map<String, String> wrong,
      @Nullable String complaint,
      @Nullable ReportView report) {
    return new DatabaseFormPage(
        visit.frame(changed == null ? "Add a database" : "Edit " + changed, "databases"),
        visit.links().to(action),
        visit.links().to(back),
        changed,
        kinds(),
        tlsModes(),
        values,
        wrong,
        complaint,
        report);
  }
}
