package io.gazetteer.api.search.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says which tables mean something similar as a question. Thread safe. */
@Component
public final class Meanings implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Meanings.class);

  /** A machine with less, in bytes, has better uses for 200 MB. */
  private static final long ENOUGH_MEMORY = 6L << 30;

  /** So near a table without any word of the question must be; two of any are nearer than 0.1. */
  private static final double NEAR = 0.3;

  private static final int PIECES_OF_A_QUESTION = 96;
  private static final int REMEMBERED = 200;

  private final boolean wanted;
  private final TableVectors tables;
  private final AtomicReference<@Nullable SentenceModel> model = new AtomicReference<>();

  /** Each page of an answer asks for the vector again. */
  private final Cache<String, float[]> questions =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  Meanings(TableVectors tables, @Value("${gazetteer.search.meaning:auto}") String setting) {
    this.tables = tables;
    this.wanted =
        switch (setting) {
          case "on" -> true;
          case "off" -> false;
          case "auto" -> memory() >= ENOUGH_MEMORY;
          default ->
              throw new IllegalArgumentException(
                  "GAZETTEER_MEANING is " + setting + ", and must be auto, on or off");
        };
  }

  /** The memory of this machine, or of the container. */
  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }

  /** Whether questions are answered by meaning, too, as soon as the model is loaded. */
  boolean areWanted() {
    return wanted;
  }

  /** Loads the model; empty when this machine cannot run it, or shall not. */
  Optional<SentenceModel> load() {
    if (!wanted) {
      return Optional.empty();
    }
    var loaded = model.get();
    if (loaded == null) {
      loaded = SentenceModel.load();
      model.set(loaded);
      log.info("Questions are answered by meaning, too");
    }
    return Optional.of(loaded);
  }

  /** How near tables are to a question; empty while no vectors are there to compare. */
  public Optional<Nearby> of(String question) {
    var loaded = model.get();
    return loaded == null || tables.size() == 0
        ? Optional.empty()
        : Optional.of(new Nearby(tables, vector(question, loaded)));
  }

  private float[] vector(String question, SentenceModel loaded) {
    return questions.get(question, text -> loaded.vector(text, PIECES_OF_A_QUESTION));
  }

  @Override
  public void close() {
    var loaded = model.getAndSet(null);
    if (loaded != null) {
      loaded.close();
    }
  }

  /** How near tables are to one question. */
  public static final class Nearby {
    private final TableVectors tables;
    private final float[] question;

    private Nearby(TableVectors tables, float[] question) {
      this.tables = tables;
      this.question = question;
    }

    /** From 0 for nothing in common to 1 for the same; empty for a table without a vector yet. */
    public OptionalDouble of(long foldKey) {
      return tables.similarity(foldKey, question);
    }

    /** The keys of the tables that are nearest, as texts; none when nothing is near. */
    public List<String> nearest(int most) {
      return tables.nearest(question, most, NEAR).stream()
          .map(near -> String.valueOf(near.key()))
          .toList();
    }
  }
}
