package io.gazetteer.api.search.vocabulary;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.index.IndexServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VocabularyIT {
  private final TestApi api = TestApi.shared();
  private final Vocabulary vocabulary = api.bean(Vocabulary.class);

  @Test
  void learnsTheWordsOfACrawlThatFinished() {
    var source = new RegisteredDataSources(api).crawled("vocabulary_learns");
    new TestIndex(api)
        .write(source, List.of(table("zoo", "quokka_burrow", "wombat_id", "quokka_age")));
    api.bean(EventPublisher.class)
        .publish(new CrawlFinished(source, UUID.randomUUID(), 1, "SUCCEEDED"));

    await().until(() -> vocabulary.contains("quokka") && vocabulary.contains("wombat"));
    assertThat(vocabulary.containing("ombat", 5)).containsExactly("wombat");
    assertThat(vocabulary.near("qoukka", 5)).containsExactly("quokka");
  }

  @Test
  void readsPartByPartAndKeepsTheMostFrequent() {
    var source = new RegisteredDataSources(api).crawled("vocabulary_parts");
    new TestIndex(api)
        .write(
            source,
            List.of(
                table("zoo", "numbat_one", "numbat_pouch"),
                table("zoo", "numbat_two", "numbat_tail"),
                table("zoo", "numbat_three", "id")));
    var all = new IndexedWords(api.bean(IndexServer.class), 50).mostFrequent(1_000_000);

    assertThat(all).doesNotHaveDuplicates().contains("numbat", "pouch", "tail", "three");
    assertThat(all.indexOf("numbat")).isLessThan(all.indexOf("pouch"));
    assertThat(new IndexedWords(api.bean(IndexServer.class), 50).mostFrequent(3))
        .isEqualTo(all.subList(0, 3));
  }
}
