package io.gazetteer.benchmarks.source;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names like those of a large organisation: a few thousand words, some of them everywhere and most
 * of them rare, by Zipf's law; one to four of them a name, and names that nearly every table has.
 */
public final class VariedNames implements Naming {
  private static final long SEED = 20_240_229;
  private static final int LONGEST_NAME = 60;
  private static final String WORDS = "/io/gazetteer/common/words/words.txt";
  private static final Pattern WORD = Pattern.compile("[a-z]{2,16}");
  private static final String[] USUAL =
      """
      name code status type description created_at created_by updated_at updated_by deleted_at \
      is_active version sort_order valid_from valid_to external_id tenant_id customer_id order_id \
      user_id product_id amount currency email phone quantity start_date end_date notes \
      source_system"""
          .split(" ", -1);
  private static final double USUAL_SHARE = 0.2;
  private static final double NAMED_AFTER_TABLE = 0.12;

  /** How many in a hundred names have at most one, two, three words; the rest has four. */
  private static final int[] AT_MOST = {5, 55, 90};

  private final List<String> words = words(new Random(SEED));
  private final List<String> tables;

  /** Makes the names of a database with so many tables. */
  public VariedNames(int tables) {
    var random = new SplittableRandom(SEED);
    var names = new LinkedHashSet<String>();
    while (names.size() < tables) {
      names.add(join(random, 2 + random.nextInt(2)));
    }
    this.tables = List.copyOf(names);
  }

  /** Gazetteer's own words, those of the more common sections first, in any order within one. */
  private static List<String> words(Random random) {
    var words = new LinkedHashSet<String>();
    var section = new ArrayList<String>();
    for (var line : lines()) {
      if (line.startsWith("[")) {
        Collections.shuffle(section, random);
        words.addAll(section);
        section.clear();
      } else if (WORD.matcher(line).matches()) {
        section.add(line);
      }
    }
    // The last section has the words that are never split, and common ones are not among them.
    return List.copyOf(words);
  }

  private static List<String> lines() {
    var resource = Objects.requireNonNull(IdentifierAnalyzer.class.getResourceAsStream(WORDS));
    try (var in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return in.readAllLines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All words that names are made of, the most frequent first. */
  public List<String> words() {
    return words;
  }

  /** How many tables there are. */
  public int tables() {
    return tables.size();
  }

  @Override
  public String table(int table) {
    return tables.get(table);
  }

  @Override
  public List<String> columns(int table, int count) {
    var random = randomOf(table);
    var names = new LinkedHashSet<String>();
    while (names.size() < count) {
      var name = column(random, table);
      if (!name.equals("id") && name.length() <= LONGEST_NAME) {
        names.add(name);
      }
    }
    return new ArrayList<>(names);
  }

  private String column(SplittableRandom random, int table) {
    if (random.nextDouble() < USUAL_SHARE) {
      return USUAL[random.nextInt(USUAL.length)];
    }
    int percent = random.nextInt(100);
    int longer = (int) IntStream.of(AT_MOST).filter(most -> percent >= most).count();
    var name = join(random, 1 + longer);
    if (random.nextDouble() < NAMED_AFTER_TABLE) {
      var owner = tables.get(table);
      return owner.substring(0, owner.indexOf('_')) + "_" + name;
    }
    return name;
  }

  @Override
  public String comment(int table) {
    return sentence(randomOf(-table - 1), 6);
  }

  @Override
  public String comment(int table, int column) {
    return sentence(randomOf(table * 10_000 + column), 4 + column % 5);
  }

  private String sentence(SplittableRandom random, int length) {
    return "The " + join(random, length).replace('_', ' ') + " of it";
  }

  private String join(SplittableRandom random, int length) {
    return String.join("_", IntStream.range(0, length).mapToObj(i -> word(random)).toList());
  }

  /** The n-th most frequent word comes with a probability of about 1/n. */
  private String word(SplittableRandom random) {
    double rank = StrictMath.pow(words.size(), random.nextDouble());
    return words.get((int) rank - 1);
  }

  /** Seeds that are close would give numbers that are; one that is mixed first does not. */
  private static SplittableRandom randomOf(int number) {
    return new SplittableRandom(new SplittableRandom(SEED + number).nextLong());
  }
}
