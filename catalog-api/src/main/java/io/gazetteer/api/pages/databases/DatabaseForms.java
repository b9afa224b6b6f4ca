package io.gazetteer.api.pages.databases;

import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.FieldError;
import io.gazetteer.api.web.FormFields;
import io.gazetteer.api.web.Problem;
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
import org.jspecify.annotations.Nullable;

/** The form that adds and changes databases: its fields, and what is said about them. */
final class DatabaseForms {
  static final Set<String> TEXTS =
      Set.of(
          "hostname", "db_name", "username", "password", "tls_mode", "ca_certificate", "schedule");
  static final Set<String> NUMBERS = Set.of("port");

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
          "schedule");

  private DatabaseForms() {}

  static Map<String, String> kept(FormFields form) {
    var values = new LinkedHashMap<String, String>();
    KEPT.forEach(field -> values.put(field, form.text(field)));
    return values;
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
        Arrays.stream(DatabaseKind.values()).map(DatabaseKind::displayName).toList(),
        Arrays.stream(TlsMode.values()).map(TlsMode::jsonName).toList(),
        values,
        wrong,
        complaint,
        report);
  }
}
