package io.gazetteer.api.crawls.progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events; each is on its way when its method returns. */
final class EventStream {
  private final OutputStream out;
  private long events;

  EventStream(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes an event with the next number as its id.
   *
   * @param data one line
   */
  void event(String name, String data) throws IOException {
    events++;
    write("id: " + events + "\nevent: " + name + "\ndata: " + data + "\n\n");
  }

  /** Writes a comment, which readers ignore. */
  void comment(String text) throws IOException {
    write(": " + text + "\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
