package io.gazetteer.api.sources.registration;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/db-credentials")
final class DataSourceController {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final RegisterDataSource registering;
  private final ChangeDataSource changing;
  private final DeleteDataSource deleting;
  private final DataSources dataSources;
  private final DataSourceViews views;

  DataSourceController(
      RegisterDataSource registering,
      ChangeDataSource changing,
      DeleteDataSource deleting,
      DataSources dataSources,
      DataSourceViews views) {
    this.registering = registering;
    this.changing = changing;
    this.deleting = deleting;
    this.dataSources = dataSources;
    this.views = views;
  }

  record Page(List<DataSourceView> dbCredentials, @Nullable String nextCursor) {}

  @Creates
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<DataSourceView> register(JsonFields fields, Parameters parameters) {
    boolean tested = parameters.flag("test");
    parameters.check();
    var source = DataSourceForm.newDataSource(fields);
    var id =
        tested
            ? registering.registerTested(source, Callers.current())
            : registering.register(source);
    return ResponseEntity.created(URI.create("/api/db-credentials/" + id)).body(read(id));
  }

  @GetMapping
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(RegistrationCursor.SHAPE);
    parameters.check();
    var found = views.page(RegistrationCursor.of(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? RegistrationCursor.after(page.getLast()) : null;
    return new Page(views.of(page), next);
  }

  @GetMapping("/{id}")
  DataSourceView read(@PathVariable UUID id) {
    return views.of(List.of(find(id))).getFirst();
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  DataSourceView change(@PathVariable UUID id, JsonFields fields) {
    var before = find(id);
    var change = DataSourceForm.change(fields, before.kind(), before.tls());
    try {
      changing.change(id, change);
    } catch (PasswordNeededException e) {
      fields.refuse(
          "password", "is needed again for a new hostname, port or username, and for weaker TLS");
      fields.check();
    }
    return read(id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id) {
    deleting.delete(id);
  }

  private DataSource find(UUID id) {
    return dataSources.find(id).orElseThrow(NoSuchDataSourceException::new);
  }
}
