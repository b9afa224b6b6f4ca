package io.gazetteer.api.search.question;

import java.util.List;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** A language that questions may be asked in; what stands first is taken in doubt. */
enum Language {
  ENGLISH(EnglishStemmer::new),
  GERMAN(GermanStemmer::new),
  FRENCH(FrenchStemmer::new),
  SPANISH(SpanishStemmer::new),
  PORTUGUESE(PortugueseStemmer::new),
  ITALIAN(ItalianStemmer::new),
  DUTCH(DutchStemmer::new);

  @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it.
  private final Supplier<SnowballStemmer> stemmer;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it.
  private final FunctionWords words = FunctionWords.read(name());

  Language(Supplier<SnowballStemmer> stemmer) {
    this.stemmer = stemmer;
  }

  /** The language that most of the words are function words of. */
  static Language of(List<String> words) {
    var best = ENGLISH;
    long most = 0;
    for (Language language : values()) {
      long known = words.stream().filter(language.words::isFunction).count();
      if (known > most) {
        best = language;
        most = known;
      }
    }
    return best;
  }

  FunctionWords words() {
    return words;
  }

  /** The stem of a word in lower case. */
  String stem(String word) {
    var cutter = stemmer.get();
    cutter.setCurrent(word);
    cutter.stem();
    return cutter.getCurrent();
  }
}
