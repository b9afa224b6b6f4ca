package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of moves in the documentation against the classes that make them. */
class DocumentedMovesTest {
  private static final Pattern MOVE =
      Pattern.compile("\\b(insert into|update|delete from) crawl(_batch)?\\s");

  @Test
  void namesEveryClassThatMovesACrawlOrABatch() throws IOException {
    var page = Files.readString(Path.of("../docs/architecture.md"));
    var classes = classesThatMove();
    assertThat(classes).hasSizeGreaterThan(10);
    // The rows of a plan belong to the move that stores it.
    assertThat(classes)
        .filteredOn(name -> !name.equals("PlanRows"))
        .allSatisfy(name -> assertThat(page).containsPattern("\\| `" + name + "[.`]|, `" + name));
  }

  private static List<String> classesThatMove() throws IOException {
    try (var api = Files.walk(Path.of("../catalog-api/src/main/java"));
        var worker = Files.walk(Path.of("../crawler-worker/src/main/java"))) {
      return Stream.concat(api, worker)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> MOVE.matcher(read(file)).find())
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
