package io.gazetteer.api.search.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns texts into vectors with MiniLM, a model of 6 layers, on one core. Each takes some 150 MB of
 * native memory. Thread safe.
 */
final class SentenceModel implements AutoCloseable {
  /** The length of a vector. */
  static final int SIZE = 384;

  private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;

  private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /**
   * Loads the model and the native library that runs it.
   *
   * @throws ModelUnavailableException when this machine cannot run it
   */
  static SentenceModel load() {
    try (var tokenizer = resource(TOKENIZER);
        var options = new OrtSession.SessionOptions()) {
      var environment = OrtEnvironment.getEnvironment();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Else memory that one long text needed is kept for good.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      return new SentenceModel(
          environment,
          session(environment, options),
          WordPieces.of(JsonMapper.shared().readTree(tokenizer)));
    } catch (OrtException | IOException | UncheckedIOException | LinkageError e) {
      throw new ModelUnavailableException(e);
    }
  }

  /** From a file the weights need no place on the heap. */
  private static OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
      throws IOException, OrtException {
    var file = Files.createTempFile("gazetteer-model", ".onnx");
    try (var weights = resource(WEIGHTS)) {
      Files.copy(weights, file, StandardCopyOption.REPLACE_EXISTING);
      return environment.createSession(file.toString(), options);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(SentenceModel.class.getResourceAsStream(name), name);
  }

  /**
   * The vector of a text, of length 1.
   *
   * @param most how many pieces of words are looked at
   */
  float[] vector(String text, int most) {
    var ids = pieces.of(text, most);
    var ones = new long[ids.length];
    Arrays.fill(ones, 1);
    long[] shape = {1, ids.length};
    try (var tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        var types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        var result =
            session.run(
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
      return mean(((float[][][]) result.get(0).getValue())[0]);
    } catch (OrtException e) {
      throw new IllegalStateException("The model did not run", e);
    }
  }

  private static float[] mean(float[][] states) {
    var mean = new float[SIZE];
    for (float[] state : states) {
      for (int i = 0; i < SIZE; i++) {
        mean[i] += state[i];
      }
    }
    double square = 0;
    for (float value : mean) {
      square += (double) value * value;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < SIZE && length > 0; i++) {
      mean[i] /= length;
    }
    return mean;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The model cannot be unloaded", e);
    }
  }
}
