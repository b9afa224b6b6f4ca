package io.gazetteer.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.CatalogApiApplication;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Description;
import io.gazetteer.api.testing.TestApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Routes read the parameters and fields that are described, and no other. Since they refuse what
 * they do not read, they are asked about every text in the code that could be a name.
 */
class DescribedNamesIT {
  private static final int NAMES_A_REQUEST = 200;

  private final TestApi api = TestApi.shared();
  private final Set<String> names = namesInTheCode();
  private final SoftAssertions softly = new SoftAssertions();

  @Test
  void areTheParametersThatRoutesRead() throws IOException {
    try (var examples = new Examples(api)) {
      for (var route : Described.routes(Description.committed().document())) {
        var described = route.parameters("query");
        if (!described.isEmpty()) {
          var path = examples.path(route);
          assertReads(
              route,
              described,
              sent ->
                  api.call(
                      route.method(),
                      path + "?" + sent.stream().collect(Collectors.joining("=1&", "", "=1")),
                      route.takesBody() ? route.example() : null));
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void areTheFieldsThatRoutesRead() throws IOException {
    var document = Description.committed().document();
    try (var examples = new Examples(api)) {
      for (var route : Described.routes(document)) {
        if (route.takesBody()) {
          var schema = route.operation().at("/requestBody/content/application~1json/schema");
          var path = examples.path(route);
          assertReads(
              route,
              Described.resolve(document, schema).path("properties").propertyNames(),
              sent ->
                  api.call(
                      route.method(),
                      path,
                      sent.stream().collect(Collectors.toMap(name -> name, name -> 1))));
        }
      }
    }
    softly.assertAll();
  }

  private void assertReads(
      Described route, Collection<String> described, Function<Set<String>, Answer> call) {
    var others = names.stream().filter(name -> !described.contains(name)).toList();
    for (var some : inParts(others)) {
      var sent = new HashSet<>(some);
      sent.addAll(described);
      softly
          .assertThat(unknown(call.apply(sent)))
          .as("what %s does not know", route)
          .containsExactlyInAnyOrderElementsOf(some);
    }
  }

  private static List<List<String>> inParts(List<String> names) {
    return IntStream.iterate(0, from -> from < names.size(), from -> from + NAMES_A_REQUEST)
        .mapToObj(from -> names.subList(from, Math.min(from + NAMES_A_REQUEST, names.size())))
        .toList();
  }

  private static List<String> unknown(Answer answer) {
    return answer
        .json()
        .path("errors")
        .valueStream()
        .filter(error -> error.path("message").asString().startsWith("is not a known "))
        .map(error -> error.path("field").asString())
        .toList();
  }

  /** The code is a folder in an editor and a jar in a build. */
  private static Set<String> namesInTheCode() {
    try {
      var source = CatalogApiApplication.class.getProtectionDomain().getCodeSource();
      var place = Path.of(source.getLocation().toURI());
      if (Files.isDirectory(place)) {
        return namesIn(place);
      }
      try (var jar = FileSystems.newFileSystem(place)) {
        return namesIn(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var names =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .flatMap(DescribedNamesIT::texts)
              .filter(text -> text.matches("[a-z][a-z0-9_]{0,40}"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(names).contains("cursor", "db_name", "username").hasSizeGreaterThan(200);
      return names;
    }
  }

  private static Stream<String> texts(Path classFile) {
    try {
      return StreamSupport.stream(
              ClassFile.of().parse(Files.readAllBytes(classFile)).constantPool().spliterator(),
              false)
          .filter(StringEntry.class::isInstance)
          .map(entry -> ((StringEntry) entry).stringValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
