package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.identity.access.AccessRule;
import io.gazetteer.api.identity.access.AccessRules;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.openapi.DeclaredRoutes.Handler;
import io.gazetteer.api.testing.Description;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.ProblemCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Each route of the controllers is what the description says of it. */
class DescribedRoutesTest {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final Map<String, Described> described =
      Described.routes(Description.committed().document()).stream()
          .collect(Collectors.toMap(Described::toString, Function.identity()));
  private final Map<String, List<Handler>> routes =
      DeclaredRoutes.all().stream().collect(Collectors.groupingBy(Handler::toString));
  private final SoftAssertions softly = new SoftAssertions();

  @Test
  void isDescribedAndNoOtherIs() {
    assertThat(described.keySet()).isEqualTo(routes.keySet());
  }

  @Test
  void readsWhatIsDescribed() {
    routes.forEach(
        (route, handlers) -> {
          var said = said(route);
          softly
              .assertThat(said.parameters("path"))
              .as("parameters in the path of %s", route)
              .isEqualTo(
                  PATH_PARAMETER
                      .matcher(route)
                      .results()
                      .map((MatchResult name) -> name.group(1))
                      .collect(Collectors.toSet()));
          softly
              .assertThat(said.parameters("header"))
              .as("headers of %s", route)
              .isEqualTo(
                  handlers.stream()
                      .flatMap(DescribedRoutesTest::headers)
                      .collect(Collectors.toSet()));
          softly
              .assertThat(!said.parameters("query").isEmpty())
              .as("%s takes parameters", route)
              .isEqualTo(handlers.stream().anyMatch(handler -> handler.reads(Parameters.class)));
          softly
              .assertThat(said.takesBody())
              .as("%s takes a body", route)
              .isEqualTo(handlers.stream().anyMatch(Handler::takesBody))
              .isEqualTo(handlers.stream().anyMatch(handler -> handler.reads(JsonFields.class)));
        });
    softly.assertAll();
  }

  private static Stream<String> headers(Handler handler) {
    var read =
        Arrays.stream(handler.method().getParameters())
            .map(parameter -> parameter.getAnnotation(RequestHeader.class))
            .filter(header -> header != null)
            .map(RequestHeader::name);
    return handler.method().isAnnotationPresent(Creates.class)
        ? Stream.concat(read, Stream.of("Idempotency-Key"))
        : read;
  }

  @Test
  void answersAsIsDescribed() {
    routes.forEach(
        (route, handlers) -> {
          for (var handler : handlers) {
            var status =
                AnnotatedElementUtils.findMergedAnnotation(handler.method(), ResponseStatus.class);
            if (status != null) {
              softly.assertThat(said(route).statuses()).as(route).contains(status.code().value());
            }
            softly
                .assertThat(said(route).mediaTypes())
                .as(route)
                .containsAll(handler.produces().stream().map(Object::toString).toList());
          }
        });
    softly.assertAll();
  }

  @Test
  void isOpenToWhomTheDescriptionSays() {
    routes.forEach(
        (route, handlers) -> {
          var rule = rule(handlers.getFirst());
          softly
              .assertThat(said(route).operation().path("description").asString())
              .as(route)
              .endsWith(access(rule));
          softly
              .assertThat(said(route).operation().has("security"))
              .as("%s needs no token", route)
              .isEqualTo(rule.isOpen());
        });
    softly.assertAll();
  }

  private static String access(AccessRule rule) {
    var least = rule.least();
    if (least == null) {
      return "Needs no token.";
    }
    return "Needs the role %s%s.%s"
        .formatted(
            least.jsonName(),
            least == Role.ADMIN ? "" : " or above",
            rule.personal() ? " Not for API tokens." : "");
  }

  @Test
  void hasTheProblemsThatFollowFromHowItIsCalled() {
    routes.forEach(
        (route, handlers) -> {
          var codes = said(route).problems(Description.committed().document());
          handlers.forEach(
              handler -> softly.assertThat(codes).as(route).containsAll(names(problems(handler))));
        });
    softly.assertAll();
  }

  private static Set<ProblemCode> problems(Handler handler) {
    var codes =
        EnumSet.of(
            ProblemCode.MALFORMED_REQUEST,
            // To pages of other sites.
            ProblemCode.FORBIDDEN,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.INTERNAL_ERROR,
            ProblemCode.UNAVAILABLE);
    var rule = rule(handler);
    addIf(!rule.isOpen(), codes, ProblemCode.UNAUTHORIZED, ProblemCode.TOO_MANY_REQUESTS);
    addIf(handler.path().contains("{"), codes, ProblemCode.NOT_FOUND);
    addIf(
        !handler.verb().equals("GET"),
        codes,
        ProblemCode.VALIDATION_FAILED,
        ProblemCode.REQUEST_TIMEOUT,
        ProblemCode.TOO_LARGE);
    addIf(
        handler.method().isAnnotationPresent(Creates.class),
        codes,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.REQUEST_RUNNING,
        ProblemCode.ALREADY_DONE);
    addIf(handler.takesBody(), codes, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    addIf(handler.reads(Parameters.class), codes, ProblemCode.VALIDATION_FAILED);
    return codes;
  }

  private static void addIf(boolean holds, Set<ProblemCode> codes, ProblemCode... more) {
    if (holds) {
      codes.addAll(List.of(more));
    }
  }

  private static Set<String> names(Set<ProblemCode> codes) {
    return codes.stream().map(ProblemCode::jsonName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static AccessRule rule(Handler handler) {
    return AccessRules.find(handler.verb(), handler.path()).orElseThrow();
  }

  private Described said(String route) {
    return described.getOrDefault(route, Described.NOTHING);
  }
}
