package io.gazetteer.benchmarks.pages;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium, which tells when it has painted a page, and how much it loaded for it. */
final class MeasuredBrowser implements AutoCloseable {
  private static final String VIEW =
      """
      const done = arguments[arguments.length - 1];
      let paint = 0;
      new PerformanceObserver(list => { for (const entry of list.getEntries()) paint = entry.startTime; })
        .observe({type: "largest-contentful-paint", buffered: true});
      setTimeout(() => {
        const loaded = [...performance.getEntriesByType("navigation"),
          ...performance.getEntriesByType("resource")];
        done({paint: paint, bytes: loaded.reduce((sum, entry) => sum + entry.transferSize, 0)});
      }, 700);
      """;

  private final ChromeDriver driver;
  private final String url;

  private MeasuredBrowser(ChromeDriver driver, String url) {
    this.driver = driver;
    this.url = url;
  }

  /**
   * One look at a page.
   *
   * @param largestPaint milliseconds from the request to the largest contentful paint
   * @param kilobytes that came over the network, with headers
   */
  record View(double largestPaint, double kilobytes) {}

  static MeasuredBrowser open(int port) {
    var options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .build();
    var driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    return new MeasuredBrowser(driver, "http://127.0.0.1:" + port);
  }

  void signIn(String username, String password) {
    driver.get(url + "/sign-in");
    driver.findElement(By.id("username")).sendKeys(username);
    driver.findElement(By.id("password")).sendKeys(password);
    driver.findElement(By.cssSelector("main button")).click();
  }

  View view(String path) {
    driver.get(url + path);
    if (driver.findElements(By.cssSelector(".grid")).isEmpty()) {
      throw new IllegalStateException("No such page: " + path + ": " + driver.getTitle());
    }
    var seen = (Map<?, ?>) Objects.requireNonNull(driver.executeAsyncScript(VIEW));
    return new View(number(seen.get("paint")), number(seen.get("bytes")) / 1024);
  }

  private static double number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).doubleValue();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
