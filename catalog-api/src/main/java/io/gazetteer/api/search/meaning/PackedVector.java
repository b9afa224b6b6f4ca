package io.gazetteer.api.search.meaning;

import java.nio.ByteBuffer;

/** A vector with a byte for each number, which is as good as the whole number for comparing. */
final class PackedVector {
  private static final int LARGEST = 127;

  private final float unit;
  private final byte[] values;

  private PackedVector(float unit, byte[] values) {
    this.unit = unit;
    this.values = values;
  }

  static PackedVector of(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    float unit = largest == 0 ? 1 : largest / LARGEST;
    var values = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      values[i] = (byte) Math.round(vector[i] / unit);
    }
    return new PackedVector(unit, values);
  }

  double dot(float[] other) {
    float sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other[i];
    }
    return unit * sum;
  }

  byte[] bytes() {
    return ByteBuffer.allocate(Float.BYTES + values.length).putFloat(unit).put(values).array();
  }

  static PackedVector read(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    float unit = buffer.getFloat();
    var values = new byte[buffer.remaining()];
    buffer.get(values);
    return new PackedVector(unit, values);
  }
}
