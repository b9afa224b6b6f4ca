package io.gazetteer.api.sources.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /** The example of the specification's own tests. */
  @Test
  void isAsStandardWebhooksSays() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void takesASecretWithoutThePrefixAsItIs() {
    var base64 =
        "whsec_"
            + Base64.getEncoder().encodeToString("a plain key".getBytes(StandardCharsets.UTF_8));
    assertThat(Signature.of("a plain key", "1", Instant.EPOCH, "{}"))
        .isEqualTo(Signature.of(base64, "1", Instant.EPOCH, "{}"));
  }

  @Test
  void knowsASecretThatIsNoBase64() {
    assertThat(Signature.isWellFormed("whsec_not base64")).isFalse();
    assertThat(Signature.isWellFormed("whsec_")).isFalse();
    assertThat(Signature.isWellFormed("anything else")).isTrue();
    assertThat(Signature.isWellFormed(Signature.newSecret())).isTrue();
    assertThat(Signature.newSecret()).isNotEqualTo(Signature.newSecret());
  }
}
