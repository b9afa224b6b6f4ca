package io.gazetteer.standalone.support;

import io.gazetteer.servers.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** One running Gazetteer without samples for all tests that only use its API. */
public final class SharedGazetteer {
  public static final String PASSWORD = "Shared-admin-31";

  /** These stand in the environment of whoever starts it. */
  public static final String MASTER_KEY = "c2hhcmVkLW1hc3Rlci1rZXktb2YtMzItYnl0ZXMtLS0=";

  public static final String SECRET_OF_ANOTHER = "Not-for-gazetteer-88";

  /** A source that says nothing, or the wrong thing, is given up soon. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GAZETTEER_ADMIN_PASSWORD",
          PASSWORD,
          "GAZETTEER_MASTER_KEY",
          MASTER_KEY,
          "CLOUD_TOKEN",
          SECRET_OF_ANOTHER,
          "GAZETTEER_SOURCE_CONNECT_TIMEOUT",
          "3s",
          "GAZETTEER_CRAWL_RETRY_DELAY",
          "200ms",
          // Its vectors come when they are ready, and tests want the same answer every time.
          "GAZETTEER_MEANING",
          "off");

  private static final SharedGazetteer INSTANCE = new SharedGazetteer();

  private final Path data;
  private final LaunchedGazetteer launched;

  private SharedGazetteer() {
    try {
      data = Folders.make("gazetteer-shared");
      launched =
          LaunchedGazetteer.start(data, FreePorts.free(), ENVIRONMENT, "--no-samples")
              .awaitBanner();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  private void end() {
    launched.close();
    Folders.delete(data);
  }

  public static LaunchedGazetteer get() {
    return INSTANCE.launched;
  }

  public static ApiUser admin() {
    var user = new ApiUser(get().url());
    user.logIn("admin", PASSWORD);
    return user;
  }
}
