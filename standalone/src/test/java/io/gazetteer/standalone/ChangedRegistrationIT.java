package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.SharedGazetteer;
import io.gazetteer.standalone.support.Targets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What crawls log in with after a registration has been changed. */
class ChangedRegistrationIT {
  private static final ApiUser ADMIN = SharedGazetteer.admin();

  @Test
  void thePasswordThatAChangeLeavesOutStillOpensTheDatabase() {
    var before = Targets.small("kept_password");
    var after = Targets.small("kept_password_elsewhere");
    var source = ADMIN.registerAndCrawl(before);

    assertThat(change(source, Map.of("db_name", after.name()))).isEqualTo(200);
    assertThat(change(source, Map.of("schedule", "off"))).isEqualTo(200);

    assertThat(crawlAgain(source)).isEqualTo("SUCCEEDED");
    assertThat(ADMIN.tables(source, after.name())).containsKey("public.small");
  }

  @ParameterizedTest
  @ValueSource(strings = {"********", "••••••"})
  void aMaskSentBackIsNoPassword(String mask) {
    var database = Targets.small("masked_password_" + mask.codePointAt(0));
    var source = ADMIN.registerAndCrawl(database);

    assertThat(change(source, Map.of("password", mask))).isEqualTo(400);

    assertThat(crawlAgain(source)).isEqualTo("SUCCEEDED");
  }

  private static int change(String source, Map<String, String> fields) {
    return ADMIN.call("PATCH", "/api/db-credentials/" + source, fields).status();
  }

  private static String crawlAgain(String source) {
    var started = ADMIN.post("/api/db-credentials/" + source + "/crawls", null);
    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    return ADMIN.waitForCrawl(started.body().get("id").asString()).get("state").asString();
  }
}
