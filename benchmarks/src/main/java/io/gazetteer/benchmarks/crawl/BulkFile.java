package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps all documents of the search indexes in a file, as bodies of bulk requests. */
final class BulkFile {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BODY_BYTES = 3 << 20;

  private final Path file;
  private final List<Body> bodies = new ArrayList<>();
  private long written;
  private long begin;
  private long count;

  private BulkFile(Path file) {
    this.file = file;
  }

  private record Body(long position, int length) {}

  /** Fetches the documents into a new file. */
  static BulkFile fetch(DirectIndex server, Path file) throws IOException, InterruptedException {
    var documents = new BulkFile(file);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (var alias : Indexes.ALIASES) {
        var replay = Indexes.replayOf(alias);
        new DocumentWalk(server).over(alias.alias(), hit -> documents.add(hit, replay, out));
        documents.endBody();
      }
    }
    Console.say(
        "%d documents, %d MB in %d bulks"
            .formatted(documents.count, documents.written >> 20, documents.bodies()));
    return documents;
  }

  private void add(JsonNode hit, String index, OutputStream out) throws IOException {
    var action = JSON.createObjectNode();
    action
        .putObject("index")
        .put("_index", index)
        .put("_id", hit.path("_id").asString())
        .put("routing", hit.path("_routing").asString())
        .put("version", hit.path("_version").asLong())
        .put("version_type", "external_gte");
    line(action, out);
    line(hit.path("_source"), out);
    count++;
    if (written - begin >= BODY_BYTES) {
      endBody();
    }
  }

  private void line(JsonNode json, OutputStream out) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(json);
    out.write(bytes);
    out.write('\n');
    written += bytes.length + 1;
  }

  private void endBody() {
    if (written > begin) {
      bodies.add(new Body(begin, (int) (written - begin)));
      begin = written;
    }
  }

  /** How many bodies there are. */
  int bodies() {
    return bodies.size();
  }

  byte[] body(int number) throws IOException {
    var body = bodies.get(number);
    var bytes = ByteBuffer.allocate(body.length());
    try (var channel = FileChannel.open(file)) {
      while (bytes.hasRemaining()) {
        channel.read(bytes, body.position() + bytes.position());
      }
    }
    return bytes.array();
  }
}
