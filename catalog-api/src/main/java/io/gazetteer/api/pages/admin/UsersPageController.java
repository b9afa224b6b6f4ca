package io.gazetteer.api.pages.admin;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.users.UserAdministration;
import io.gazetteer.api.identity.users.UserView;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.admin.UserPage;
import io.gazetteer.pages.admin.UsersPage;
import io.gazetteer.pages.admin.UsersPage.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Manages users and their roles. */
@Controller
final class UsersPageController {
  private static final int AT_ONCE = 50;

  private final Answers answers;
  private final UserAdministration users;

  UsersPageController(Answers answers, UserAdministration users) {
    this.answers = answers;
    this.users = users;
  }

  @GetMapping("/admin/users")
  ResponseEntity<byte[]> list(Visit visit) {
    return answers.of(page(visit, visit.text("after"), new FormFields(Map.of()), Map.of()));
  }

  @PostMapping("/admin/users")
  ResponseEntity<byte[]> add(Visit visit, FormFields form) {
    try {
      var added = users.add(form.toJson(Set.of("username", "password", "role"), Set.of()));
      return answers.goTo(visit, "admin/users/" + added.id());
    } catch (Problem e) {
      return answers.again(page(visit, "", form, Mistakes.of(e)));
    } catch (DomainException e) {
      var wrong = Map.of("username", "cannot be taken: " + e.getMessage());
      return answers.again(page(visit, "", form, wrong));
    }
  }

  private UsersPage page(Visit visit, String after, FormFields form, Map<String, String> wrong) {
    var found = users.page(after, AT_ONCE + 1);
    var shown = found.stream().limit(AT_ONCE).toList();
    var links = visit.links();
    return new UsersPage(
        visit.frame("Users", "admin"),
        null,
        wrong,
        form.text("username"),
        form.text("role").isEmpty() ? Role.VIEWER.jsonName() : form.text("role"),
        roles(),
        shown.stream()
            .map(
                user ->
                    new Row(
                        user.username(),
                        user.role().jsonName(),
                        user.disabled(),
                        links.to("admin/users/" + user.id())))
            .toList(),
        found.size() > AT_ONCE
            ? links.to("admin/users?after=" + Links.encoded(shown.getLast().username()))
            : null);
  }

  @GetMapping("/admin/users/{id}")
  ResponseEntity<byte[]> show(@PathVariable UUID id, Visit visit) {
    return answers.of(page(visit, users.read(id), null, null, Map.of()));
  }

  @PostMapping("/admin/users/{id}")
  ResponseEntity<byte[]> change(@PathVariable UUID id, Visit visit, FormFields form) {
    try {
      var changed =
          users.change(
              id,
              form.toJson(
                  Set.of("role", "password"), Set.of(), Set.of("disabled", "keep_api_tokens")));
      return answers.of(page(visit, changed, said(form), null, Map.of()));
    } catch (Problem e) {
      return answers.again(page(visit, users.read(id), null, null, Mistakes.of(e)));
    } catch (DomainException e) {
      return refused(visit, id, e);
    }
  }

  private static String said(FormFields form) {
    return !form.text("password").isEmpty()
        ? "The password is set."
        : !form.text("role").isEmpty()
            ? "The role is " + form.text("role") + " now."
            : form.text("disabled").equals("true")
                ? "The user is disabled."
                : "The user is enabled.";
  }

  @PostMapping("/admin/users/{id}/delete")
  ResponseEntity<byte[]> delete(@PathVariable UUID id, Visit visit, FormFields form) {
    try {
      users.delete(id);
      return answers.goTo(visit, "admin/users");
    } catch (DomainException e) {
      return refused(visit, id, e);
    }
  }

  private ResponseEntity<byte[]> refused(Visit visit, UUID id, DomainException e) {
    return answers.again(page(visit, users.read(id), null, Mistakes.sentence(e), Map.of()));
  }

  private static UserPage page(
      Visit visit,
      UserView user,
      @Nullable String notice,
      @Nullable String problem,
      Map<String, String> wrong) {
    return new UserPage(
        visit.frame(user.username(), "admin"),
        user.username(),
        user.role().jsonName(),
        user.disabled(),
        notice,
        problem,
        wrong,
        roles(),
        visit.links().to("admin/users/" + user.id()));
  }

  private static List<String> roles() {
    return Arrays.stream(Role.values()).map(Role::jsonName).toList();
  }
}
