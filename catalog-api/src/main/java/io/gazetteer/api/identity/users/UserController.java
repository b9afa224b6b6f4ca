package io.gazetteer.api.identity.users;

import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.input.Parameters;
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
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/users")
final class UserController {
  private static final Cursor.Shape NAME = new Cursor.Shape(List.of(JsonNode::isString));
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final UserAdministration users;

  UserController(UserAdministration users) {
    this.users = users;
  }

  record Page(List<UserView> users, @Nullable String nextCursor) {}

  @GetMapping
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(NAME);
    parameters.check();
    var found = users.page(cursor.isEmpty() ? "" : cursor.getFirst().stringValue(), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.encode(page.getLast().username()) : null;
    return new Page(page, next);
  }

  @Creates
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<UserView> add(JsonFields fields) {
    var user = users.add(fields);
    return ResponseEntity.created(URI.create("/api/users/" + user.id())).body(user);
  }

  @GetMapping("/{id}")
  UserView read(@PathVariable UUID id) {
    return users.read(id);
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  UserView change(@PathVariable UUID id, JsonFields fields) {
    return users.change(id, fields);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id) {
    users.delete(id);
  }
}
