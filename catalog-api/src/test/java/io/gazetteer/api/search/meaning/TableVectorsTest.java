package io.gazetteer.api.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableVectorsTest {
  private static final Random RANDOM = new Random(11);

  @Test
  void findsTheNearestAndNothingThatIsNotNear() {
    var vectors = new TableVectors();
    float[] wanted = {1, 0, 0};
    vectors.add(
        Map.of(
            1L, PackedVector.of(new float[] {0.6f, 0.8f, 0}),
            2L, PackedVector.of(new float[] {0.8f, 0.6f, 0}),
            3L, PackedVector.of(new float[] {0, 1, 0}),
            -4L, PackedVector.of(new float[] {0.1f, 0.99f, 0})));

    assertThat(vectors.nearest(wanted, 5, 0.3).stream().map(TableVectors.Near::key))
        .containsExactly(2L, 1L);
    assertThat(vectors.nearest(wanted, 1, 0.3).stream().map(TableVectors.Near::key))
        .containsExactly(2L);
    assertThat(vectors.similarity(1, wanted).orElseThrow()).isCloseTo(0.6, within(0.01));
    assertThat(vectors.similarity(5, wanted)).isEmpty();
    assertThat(vectors.missing(Set.of(1L, 5L))).containsExactly(5L);
  }

  @Test
  void packsVectorsWithoutLosingWhatTheyMean() {
    for (int i = 0; i < 100; i++) {
      float[] one = unit();
      float[] other = unit();
      double exact = 0;
      for (int j = 0; j < one.length; j++) {
        exact += one[j] * other[j];
      }
      var packed = PackedVector.read(PackedVector.of(one).bytes());

      assertThat(packed.dot(other)).isCloseTo(exact, within(0.01));
    }
  }

  private static float[] unit() {
    var vector = new float[SentenceModel.SIZE];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) RANDOM.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
