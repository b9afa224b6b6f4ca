package io.gazetteer.api.identity.users;

import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.Cursor;
import io.gazetteer.api.web.JsonFields;
import io.gazetteer.api.web.Parameters;
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

  private final Users users;
  private final Accounts accounts;
  private final PasswordHashes passwords;

  UserController(Users users, Accounts accounts, PasswordHashes passwords) {
    this.users = users;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  record Page(List<UserView> users, @Nullable String nextCursor) {}

  @GetMapping
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(NAME);
    parameters.check();
    var found = users.page(cursor.isEmpty() ? "" : cursor.getFirst().stringValue(), limit + 1);
    var page = found.stream().limit(limit).map(UserView::of).toList();
    var next = found.size() > limit ? Cursor.encode(page.getLast().username()) : null;
    return new Page(page, next);
  }

  @Creates
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<UserView> add(JsonFields fields) {
    var user = UserForm.newUser(fields);
    var id = accounts.add(user.username(), passwords.hash(user.password()), user.role());
    return ResponseEntity.created(URI.create("/api/users/" + id)).body(read(id));
  }

  @GetMapping("/{id}")
  UserView read(@PathVariable UUID id) {
    return UserView.of(find(id));
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  UserView change(@PathVariable UUID id, JsonFields fields) {
    accounts.change(id, UserForm.change(fields, find(id).username(), passwords));
    return read(id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id) {
    accounts.delete(id);
  }

  private User find(UUID id) {
    return users.find(id).orElseThrow(Accounts::notFound);
  }
}
