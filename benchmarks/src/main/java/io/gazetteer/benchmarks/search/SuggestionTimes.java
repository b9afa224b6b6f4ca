package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.load.Latencies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Types into the search box in Chromium and takes the time until suggestions are painted. */
final class SuggestionTimes {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final int WARM_UP = 10;
  private static final int MOST_TEXTS = 60;

  /** From the key event to the frame after the one in which the options were put in. */
  private static final String INSTRUMENT =
      """
      window.painted = [];
      let pressed = 0;
      document.querySelector("#q").addEventListener("keydown", e => { pressed = e.timeStamp; }, true);
      new MutationObserver(() => {
        const from = pressed;
        pressed = 0;
        if (from) {
          requestAnimationFrame(() =>
              setTimeout(() => window.painted.push(performance.now() - from), 0));
        }
      }).observe(document.querySelector("#options"), {childList: true});
      """;

  private final ChromeDriver driver;

  private SuggestionTimes(ChromeDriver driver) {
    this.driver = driver;
  }

  static boolean canMeasure() {
    return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
  }

  /** Types these texts, letter by letter. */
  static Latencies measure(SignedIn session, List<String> texts) throws InterruptedException {
    var options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run");
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    var driver = new ChromeDriver(service, options);
    try {
      driver.get(session.url() + "sign-in");
      var cookie = session.cookie().split("=", 2);
      driver.manage().addCookie(new Cookie(cookie[0], cookie[1]));
      return new SuggestionTimes(driver).type(session.url(), texts);
    } finally {
      driver.quit();
    }
  }

  private Latencies type(String url, List<String> texts) throws InterruptedException {
    var latencies = new Latencies();
    for (int i = 0; i < Math.min(texts.size(), MOST_TEXTS); i++) {
      // A new page, so that the script remembers no answer.
      driver.get(url);
      driver.executeScript(INSTRUMENT);
      var box = driver.findElement(By.id("q"));
      for (int letter = 0; letter < texts.get(i).length(); letter++) {
        long before = painted();
        box.sendKeys(String.valueOf(texts.get(i).charAt(letter)));
        if (awaitPainted(before) && i >= WARM_UP) {
          latencies.add(last());
        }
      }
    }
    return latencies;
  }

  /** False when nothing came: the options are the same none as before. */
  private boolean awaitPainted(long before) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      if (painted() > before) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return false;
  }

  private long painted() {
    return driver.executeScript("return window.painted.length;") instanceof Number number
        ? number.longValue()
        : 0;
  }

  private long last() {
    return driver.executeScript("return window.painted.at(-1);") instanceof Number number
        ? (long) (number.doubleValue() * 1e6)
        : 0;
  }
}
