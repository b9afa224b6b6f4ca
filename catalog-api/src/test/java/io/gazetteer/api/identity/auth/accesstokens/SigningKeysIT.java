package io.gazetteer.api.identity.auth.accesstokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.TestApi;
import org.junit.jupiter.api.Test;

class SigningKeysIT {
  private final TestApi api = TestApi.shared();

  @Test
  void aSecondProcessAgreesOnTheKeys() {
    try (var second = TestApi.start(TestApi.settings())) {
      var keys = second.getBean(SigningKeys.class);
      assertThat(keys.current().newest().getKeyID())
          .isEqualTo(api.bean(SigningKeys.class).current().newest().getKeyID());
      // A key made elsewhere is looked for when the first token that it signed comes.
      var made = api.bean(SigningKeys.class).rotate();
      var token = api.logIn("admin", TestApi.ADMIN_PASSWORD).json().path("access_token").asString();
      await()
          .until(
              () ->
                  second.getBean(TokenReader.class).read(token, null).isPresent()
                      && keys.known().newest().getKeyID().equals(made));
    }
  }
}
