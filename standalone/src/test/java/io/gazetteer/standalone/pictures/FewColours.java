package io.gazetteer.standalone.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes pictures of pages small: with 256 colours a page looks the same, and takes a third of the
 * bytes.
 */
final class FewColours {
  private static final int MOST = 256;
  private static final int BYTE = 0xff;

  private FewColours() {}

  /** Returns the picture with its most frequent colours; others become the nearest of these. */
  static BufferedImage of(BufferedImage picture) {
    var counts = new HashMap<Integer, Integer>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    var palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    var indexed =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            model(palette));
    var nearest = new HashMap<Integer, Integer>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int index =
            nearest.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(colour, palette));
        indexed.getRaster().setSample(x, y, 0, index);
      }
    }
    return indexed;
  }

  private static IndexColorModel model(List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    return new IndexColorModel(
        Byte.SIZE, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private static int nearest(int colour, List<Integer> palette) {
    int best = 0;
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i < palette.size() && distance > 0; i++) {
      int other = palette.get(i);
      int next =
          square(colour >> 16, other >> 16)
              + square(colour >> 8, other >> 8)
              + square(colour, other);
      if (next < distance) {
        distance = next;
        best = i;
      }
    }
    return best;
  }

  private static int square(int one, int other) {
    int difference = (one & BYTE) - (other & BYTE);
    return difference * difference;
  }
}
