package io.gazetteer.standalone.support;

import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a deployment writes anywhere, to be searched for what must not be there. */
public final class EveryPlace {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final JsonMapper JSON = new JsonMapper();

  private final IndexRequests elasticsearch = new IndexRequests(TestServers.elasticsearch());
  private final Deployment deployment;

  public EveryPlace(Deployment deployment) {
    this.deployment = deployment;
  }

  /** Whoever is told a place and the text that stands there. */
  private interface Reader {
    void read(String place, String text);
  }

  /** The places where one of these stands, however it is spelt. */
  public List<String> thatHold(List<Spellings> secrets) throws Exception {
    var found = new TreeSet<String>();
    Reader search =
        (place, text) -> {
          if (secrets.stream().anyMatch(secret -> secret.areIn(text))) {
            found.add(place);
          }
        };
    files(search);
    topics(search);
    documents(search);
    tables(search);
    metrics(search);
    return List.copyOf(found);
  }

  /** Logs of our processes and of the servers, and all files of the servers as they are. */
  private void files(Reader reader) throws IOException {
    for (var folder : folders()) {
      for (var file : Folders.filesOf(folder)) {
        if (Files.exists(file)) {
          // A byte a character, so that nothing of a binary file is lost.
          reader.read("file " + file, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private List<Path> folders() throws IOException {
    var folders = new ArrayList<>(List.of(deployment.folder()));
    var ours = "gazetteer-test-" + ProcessHandle.current().pid() + "-*";
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (var found = Files.newDirectoryStream(temporary, ours)) {
      found.forEach(folders::add);
    }
    return folders;
  }

  private void topics(Reader reader) {
    var settings =
        TestServers.kafka()
            .clientSettings(
                Map.of(
                    "key.deserializer", ByteArrayDeserializer.class,
                    "value.deserializer", ByteArrayDeserializer.class));
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
      var partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> read(record, reader));
      }
    }
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, Reader reader) {
    var place = "topic " + record.topic();
    reader.read(place, text(record.key()));
    reader.read(place, text(record.value()));
    record.headers().forEach(header -> reader.read(place, text(header.value())));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void documents(Reader reader) throws Exception {
    var indexes = elasticsearch.text("GET", "/_cat/indices?h=index&expand_wildcards=all", "");
    for (var index : indexes.lines().map(String::strip).toList()) {
      var page = elasticsearch.text("POST", "/" + index + "/_search?scroll=1m&size=1000", "{}");
      reader.read("index " + index, elasticsearch.text("GET", "/" + index, ""));
      while (hits(page) > 0) {
        reader.read("index " + index, page);
        var next = Map.of("scroll", "1m", "scroll_id", JSON.readTree(page).path("_scroll_id"));
        page = elasticsearch.text("POST", "/_search/scroll", JSON.writeValueAsString(next));
      }
    }
  }

  private static int hits(String page) {
    JsonNode hits = JSON.readTree(page).path("hits").path("hits");
    if (!hits.isArray()) {
      throw new IllegalStateException(page);
    }
    return hits.size();
  }

  /** Every row as text, bytes as hexadecimal digits, and the statements of all connections. */
  private void tables(Reader reader) throws SQLException {
    try (var connection = deployment.catalog()) {
      for (var table : names(connection)) {
        read(connection, table, "select t::text from %s t".formatted(table), reader);
      }
      read(connection, "statements", "select query from pg_stat_activity", reader);
    }
  }

  private static List<String> names(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (var tables = connection.getMetaData().getTables(null, "%", "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_SCHEM") + ".\"" + tables.getString("TABLE_NAME") + '"');
      }
    }
    return names;
  }

  private static void read(Connection connection, String table, String sql, Reader reader)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var row = rows.getString(1);
        reader.read("table " + table, row == null ? "" : row);
      }
    }
  }

  private void metrics(Reader reader) {
    reader.read("metrics of the API", deployment.metrics());
    deployment.workers().forEach(worker -> reader.read("metrics of a worker", worker.metrics()));
  }
}
