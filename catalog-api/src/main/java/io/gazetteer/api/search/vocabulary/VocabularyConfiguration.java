package io.gazetteer.api.search.vocabulary;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VocabularyConfiguration {
  @Bean
  Vocabulary vocabulary() {
    return Vocabulary.of(List.of());
  }

  @Bean
  VocabularyRefresh vocabularyRefresh(
      Vocabulary vocabulary,
      IndexedWords indexed,
      List<VocabularyListener> listeners,
      Ticker ticker,
      @Value("${gazetteer.vocabulary.gather:1s}") Duration gather,
      @Value("${gazetteer.vocabulary.interval:5m}") Duration interval) {
    return new VocabularyRefresh(
        vocabulary,
        indexed::mostFrequent,
        () -> listeners.forEach(VocabularyListener::vocabularyRead),
        new VocabularyRefresh.Times(
            gather, interval, Duration.ofSeconds(3), Duration.ofMillis(1500)),
        ticker);
  }
}
