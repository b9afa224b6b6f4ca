package io.gazetteer.worker.crawl.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.KnownRelations.Known;
import io.gazetteer.worker.history.RelationNames;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final UUID SOURCE = UUID.randomUUID();

  private final Manifest manifest =
      new Manifest(names("read"), names("failed"), names("vanished"), names("excluded"));

  @Test
  void callsOnlyThatGoneWhichTheListingLacks() {
    var indexed = names("read", "failed", "vanished", "excluded", "dropped");

    assertThat(manifest.goneFrom(indexed.ids())).isEqualTo(names("dropped").ids());
    assertThat(manifest.excludedFrom(indexed.ids())).isEqualTo(names("excluded").ids());
  }

  @Test
  void knowsWhatIsNewAndWhatIsGone() {
    var known = new Known(false, names("read", "dropped", "vanished"), names());

    assertThat(known.added(manifest.listed()))
        .extracting(RelationName::name)
        .containsOnly("failed");
    assertThat(manifest.goneFrom(known.present().ids())).isEqualTo(names("dropped").ids());
  }

  @Test
  void callsNothingNewInABaseline() {
    assertThat(new Known(true, names(), names()).added(manifest.listed())).isEmpty();
  }

  @Test
  void callsNothingNewThatWasExcludedBefore() {
    var known = new Known(false, names("failed"), names("read"));

    assertThat(known.added(manifest.listed())).isEmpty();
  }

  @Test
  void findsWhatTheIndexLacks() {
    var missing = manifest.expected().without(new ArrayList<>(names("failed").ids()));

    assertThat(missing).extracting(RelationName::name).containsExactly("read");
  }

  private static RelationNames names(String... names) {
    var relations = new RelationNames(SOURCE);
    relations.addAll("public", names);
    return relations;
  }
}
