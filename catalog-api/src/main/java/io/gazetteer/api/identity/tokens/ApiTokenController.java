package io.gazetteer.api.identity.tokens;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Manages everyone's own tokens; administrators see and revoke those of all. */
@RestController
@RequestMapping("/api/tokens")
final class ApiTokenController {
  private static final Cursor.Shape ID = new Cursor.Shape(List.of(ApiTokenController::isId));
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final ApiTokens tokens;

  ApiTokenController(ApiTokens tokens) {
    this.tokens = tokens;
  }

  record Page(List<ApiToken> tokens, @Nullable String nextCursor) {}

  /**
   * @param token shown here, and never again
   */
  record NewToken(@JsonUnwrapped ApiToken description, String token) {
    /** Hides the token. */
    @Override
    public String toString() {
      return description.toString();
    }
  }

  @GetMapping
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(ID);
    parameters.check();
    var after = cursor.isEmpty() ? BEFORE_ALL : UUID.fromString(cursor.getFirst().stringValue());
    var found = tokens.page(ownerIn(Callers.current()), after, limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.encode(page.getLast().id().toString()) : null;
    return new Page(page, next);
  }

  @Creates(keepsAnswer = false)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NewToken> add(JsonFields fields) {
    var caller = Callers.current();
    var owner = caller.userId();
    if (owner == null) {
      throw new Problem(ProblemCode.FORBIDDEN, "Only users with an account here can have tokens");
    }
    var wish = TokenForm.read(fields, caller.role());
    var made = tokens.add(owner, wish.name(), wish.role(), wish.days());
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new NewToken(made.token(), made.secret()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id) {
    if (!tokens.revoke(id, ownerIn(Callers.current()))) {
      throw new NotFoundException("There is no such token");
    }
  }

  /** Says whose tokens the caller sees: null for everyone's. */
  private static @Nullable UUID ownerIn(Caller caller) {
    if (caller.role() == Role.ADMIN) {
      return null;
    }
    // Whoever has no account has no tokens.
    return Objects.requireNonNullElse(caller.userId(), BEFORE_ALL);
  }

  private static boolean isId(JsonNode node) {
    try {
      return node.isString() && UUID.fromString(node.stringValue()).version() >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
