package io.gazetteer.worker.finish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private final Manifest manifest = new Manifest(Set.of("read", "new"), Set.of("failed"));

  @Test
  void callsGoneWhatNeitherWasReadNorFailed() {
    assertThat(manifest.goneFrom(Set.of("read", "failed", "dropped"))).containsExactly("dropped");
  }

  @Test
  void callsMissingWhatWasReadOnly() {
    assertThat(manifest.missingFrom(Set.of("read"))).containsExactly("new");
  }
}
