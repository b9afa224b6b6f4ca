package io.gazetteer.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser, as Debian's packages chromium and chromium-driver have it. */
public final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String AXE = axe();

  private final ChromeDriver driver;
  private final String url;

  private Chromium(ChromeDriver driver, String url) {
    this.driver = driver;
    this.url = url;
  }

  /** Starts a browser, or leaves the test out where there is none. */
  public static Chromium start(TestApi api) {
    Assumptions.assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "Tests in a browser are left out: install chromium and chromium-driver");
    var options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars");
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Chromium(new ChromeDriver(service, options), api.url());
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void signIn(String username, String password) {
    open("/sign-in");
    driver.findElement(By.id("username")).sendKeys(username);
    driver.findElement(By.id("password")).sendKeys(password);
    driver.findElement(By.cssSelector("main button")).click();
  }

  public void open(String path) {
    driver.get(url + path);
  }

  /** Saves the whole page as a picture, when SCREENSHOTS names a folder for it. */
  public void keep(String name) {
    var folder = System.getenv("SCREENSHOTS");
    if (folder != null) {
      var size =
          (Map<?, ?>)
              Objects.requireNonNull(
                  driver
                      .executeCdpCommand("Page.getLayoutMetrics", Map.of())
                      .get("cssContentSize"));
      var clip =
          Map.of(
              "x",
              0,
              "y",
              0,
              "scale",
              1,
              "width",
              Objects.requireNonNull(size.get("width")),
              "height",
              Objects.requireNonNull(size.get("height")));
      var picture =
          driver.executeCdpCommand(
              "Page.captureScreenshot", Map.of("clip", clip, "captureBeyondViewport", true));
      try {
        Files.write(
            Path.of(folder, name.replaceAll("[^A-Za-z0-9=-]+", "_") + ".png"),
            Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Chooses a width in pixels, and {@code light} or {@code dark}. */
  public void look(int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Whether the page is wider than the window. */
  public boolean overflows() {
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  /** What axe-core finds wrong with the page, in words. */
  @SuppressWarnings("unchecked")
  public List<String> violations() {
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
    driver.executeScript(AXE);
    return (List<String>)
        Objects.requireNonNull(
            driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run().then(found => done(found.violations.map(
                    v => v.id + ": " + v.nodes.map(n => n.html).slice(0, 3).join(" "))));
                """));
  }

  private static String axe() {
    try (var in =
        Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
