package io.gazetteer.benchmarks.agents;

import io.gazetteer.benchmarks.agents.QuestionSet.Question;
import io.gazetteer.benchmarks.crawl.Api;
import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Plays an agent without a model: it asks {@code find} each question of the sets in a folder
 * ({@code -Dquestions=FOLDER}), all schemas of a set in one database, and counts the tables and
 * joining keys of the question that are in the answer.
 */
public final class Agents implements Benchmark {
  private static final int[] TOKENS = {1_000, 2_000, 4_000};
  private static final int CHARACTERS_OF_A_TOKEN = 4;

  @Override
  public void run(Workspace workspace) throws Exception {
    var folder = System.getProperty("questions", "");
    if (folder.isEmpty()) {
      throw new IllegalArgumentException("Say where the questions are: -Dquestions=FOLDER");
    }
    var source = PostgresSource.start(workspace);
    var deployment = Deployment.ofOneWorker(workspace);
    try (var files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        measure(QuestionSet.read(file), source, deployment.api());
      }
    }
  }

  private static void measure(QuestionSet set, PostgresSource source, Api api) throws Exception {
    var database = "questions_" + set.name();
    source.server().createDatabase(database);
    int refused = fill(source, database, set.statements());
    var questions = set.questions();
    var table = questions.getFirst().tables().getFirst();
    var id = api.crawl(source.target(database), words(table.substring(table.indexOf('.') + 1)));
    var report =
        new Report(
            "%s: %d questions, all schemas in one database; %d of its statements were refused"
                .formatted(set.name(), questions.size(), refused));
    long whole = api.text("/api/db-schema?format=text&id=" + id + "&db_name=" + database).length();
    for (int tokens : TOKENS) {
      var found = new int[3];
      long used = 0;
      for (Question question : questions) {
        var answer =
            api.get(
                "/api/find?id=%s&max_tokens=%d&q=%s"
                    .formatted(
                        id, tokens, URLEncoder.encode(question.text(), StandardCharsets.UTF_8)));
        used += answer.path("text").asString().length() / CHARACTERS_OF_A_TOKEN;
        count(question, answer, found);
      }
      report.fact(
          "all tables of the question in %,d tokens".formatted(tokens),
          share(found[0], questions.size()));
      report.fact(
          "all joining keys in %,d tokens, of the questions that have some".formatted(tokens),
          share(found[1], found[2]));
      report.fact("tokens used of %,d".formatted(tokens), "%,d".formatted(used / questions.size()));
    }
    report.fact(
        "tokens of the whole schema, a line for each table",
        "%,d".formatted(whole / CHARACTERS_OF_A_TOKEN));
    report.print();
  }

  private static void count(Question question, JsonNode answer, int[] found) {
    var paths =
        answer
            .path("tables")
            .valueStream()
            .map(table -> table.path("path").asString().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    if (question.tables().stream()
        .allMatch(table -> paths.contains(table.toLowerCase(Locale.ROOT)))) {
      found[0]++;
    }
    if (!question.joins().isEmpty()) {
      found[2]++;
      var text = answer.path("text").asString().replace("\"", "").toLowerCase(Locale.ROOT);
      if (question.joins().stream()
          .allMatch(join -> text.contains(join.toLowerCase(Locale.ROOT)))) {
        found[1]++;
      }
    }
  }

  private static String share(int part, int all) {
    return all == 0 ? "none has" : "%.3f (%d of %d)".formatted((double) part / all, part, all);
  }

  private static String words(String name) {
    return URLEncoder.encode(name.replaceAll("[^\\p{L}\\p{N}]+", " "), StandardCharsets.UTF_8);
  }

  /** Some keys of the sets lead nowhere. */
  private static int fill(PostgresSource source, String database, List<String> statements)
      throws Exception {
    int refused = 0;
    try (var connection = source.target(database).connect();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          refused++;
        }
      }
    }
    return refused;
  }
}
