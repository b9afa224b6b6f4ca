package io.gazetteer.api.search;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.terms.KnownComments;
import io.gazetteer.api.search.terms.KnownDatabases;
import io.gazetteer.api.search.terms.KnownWords;
import io.gazetteer.api.search.terms.OtherSpellings;
import io.gazetteer.api.search.terms.Planner;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What searches are planned with. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
  @Bean
  Planner planner(
      Vocabulary words,
      Abbreviations abbreviations,
      KnownDatabases databases,
      KnownComments comments) {
    return new Planner(known(words), spellings(abbreviations), databases, comments);
  }

  private static OtherSpellings spellings(Abbreviations abbreviations) {
    return words ->
        abbreviations.variants(words).stream()
            .map(other -> new OtherSpellings.Instead(other.from(), other.to(), other.words()))
            .toList();
  }

  private static KnownWords known(Vocabulary words) {
    return new KnownWords() {
      @Override
      public boolean contains(String word) {
        return words.contains(word);
      }

      @Override
      public List<String> beginning(String prefix, int most) {
        return words.beginning(prefix, most);
      }

      @Override
      public List<String> containing(String part, int most) {
        return words.containing(part, most);
      }

      @Override
      public List<String> near(String word, int most) {
        return words.near(word, most);
      }
    };
  }
}
