package io.gazetteer.common.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The digest is an example of FIPS 180-4: ba7816bf 8f01cfea 414140de 5dae2223 and so on. */
  @Test
  void isShortenedToItsFirstHalf() {
    var digest = Sha256.begin();
    digest.update("abc".getBytes(UTF_8));

    assertThat(Sha256.shortText(digest)).isEqualTo("ungWv48Bz-pBQUDeXa4iIw");
  }
}
