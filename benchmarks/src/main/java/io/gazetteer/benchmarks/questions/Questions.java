package io.gazetteer.benchmarks.questions;

import io.gazetteer.benchmarks.crawl.Api;
import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the questions of every set in a folder ({@code -Dquestions=FOLDER}), over all schemas of the
 * set together: with what tables mean and without, and compares with plain BM25 and with
 * Elasticsearch as it comes.
 */
public final class Questions implements Benchmark {
  private static final int MOST_MINUTES = 20;
  private static final int SECONDS_BETWEEN_LOOKS = 15;
  private static final int SAMPLE = 50;
  private static final String BY_MEANING = "it means something similar";

  @Override
  public void run(Workspace workspace) throws Exception {
    var sets = sets();
    var source = PostgresSource.start(workspace);
    var deployment = Deployment.ofOneWorker(workspace);
    for (QuestionSet set : sets) {
      SetScript.run(set, source);
      var last = set.tables().getLast();
      deployment
          .api()
          .crawl(source.target(set.name()), URLEncoder.encode(last.name(), StandardCharsets.UTF_8));
      Console.say("%s: %d tables".formatted(set.name(), set.tables().size()));
    }
    var report = new Report("All tables among ten / nDCG@10, all schemas of a set together");
    try (var words =
            deployment.addApi("words", Optional.empty(), Map.of("GAZETTEER_MEANING", "off"));
        var meaning =
            deployment.addApi("meaning", Optional.empty(), Map.of("GAZETTEER_MEANING", "on"))) {
      for (QuestionSet set : sets) {
        var stock = new StockTables(set, deployment.index());
        var plain = new PlainBm25(set);
        report.fact(set.name() + ": plain BM25", marks(set, plain::find));
        report.fact(set.name() + ": Elasticsearch as it comes", marks(set, stock::find));
        report.fact(set.name() + ": words", marks(set, asked(words.api(), set)));
        awaitVectors(meaning.api(), set);
        report.fact(set.name() + ": words and meaning", marks(set, asked(meaning.api(), set)));
      }
    }
    report.print();
  }

  private static List<QuestionSet> sets() throws IOException {
    var folder = System.getProperty("questions", "");
    if (folder.isEmpty()) {
      throw new IllegalArgumentException("-Dquestions=FOLDER has the sets");
    }
    var sets = new ArrayList<QuestionSet>();
    try (var files = Files.newDirectoryStream(Path.of(folder), "*.json")) {
      for (Path file : files) {
        sets.add(QuestionSet.read(file));
      }
    }
    return sets;
  }

  private interface Search {
    List<String> find(String question) throws IOException, InterruptedException;
  }

  private static String marks(QuestionSet set, Search search)
      throws IOException, InterruptedException {
    var marks = new Marks();
    for (QuestionSet.Question question : set.questions()) {
      marks.add(search.find(question.text()), question.tables());
    }
    return marks.toString();
  }

  private static Search asked(Api api, QuestionSet set) {
    return question ->
        api.get(path(question, set))
            .path("hits")
            .valueStream()
            .map(hit -> hit.path("path").asString())
            .toList();
  }

  private static String path(String question, QuestionSet set) {
    return "/api/search/?kind=table&limit=10&db_name=%s&q=%s"
        .formatted(set.name(), URLEncoder.encode(question, StandardCharsets.UTF_8));
  }

  /** Vectors are there when answers by meaning stay the same: they are made all the time. */
  private static void awaitVectors(Api api, QuestionSet set)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
    var before = "";
    var now = sample(api, set);
    while (!now.contains(BY_MEANING) || !now.equals(before)) {
      if (System.nanoTime() > end) {
        throw new IOException("Vectors are not made");
      }
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
      before = now;
      now = sample(api, set);
    }
  }

  private static String sample(Api api, QuestionSet set) throws IOException, InterruptedException {
    var answers = new StringBuilder();
    for (QuestionSet.Question question : set.questions().subList(0, SAMPLE)) {
      answers.append(api.get(path(question.text(), set) + "&explain=true").path("hits"));
    }
    return answers.toString();
  }
}
