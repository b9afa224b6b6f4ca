package io.gazetteer.standalone.pictures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A window of Chromium, as Debian's packages chromium and chromium-driver have it. */
final class BrowserWindow implements AutoCloseable {
  private final ChromeDriver driver;
  private final String url;

  private BrowserWindow(ChromeDriver driver, String url) {
    this.driver = driver;
    this.url = url;
  }

  /** Opens one of this size, in light colours. */
  static BrowserWindow open(String url, int width, int height) {
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
        "--hide-scrollbars");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .build();
    var driver = new ChromeDriver(service, options);
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1.5, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
    return new BrowserWindow(driver, url);
  }

  void signIn(String username, String password) {
    go("/sign-in");
    driver.findElement(By.id("username")).sendKeys(username);
    driver.findElement(By.id("password")).sendKeys(password);
    driver.findElement(By.cssSelector("main button")).click();
  }

  void go(String path) {
    driver.get(url + path);
  }

  /** Returns the text of what a selector finds; empty when there is nothing. */
  String text(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .map(element -> element.getText())
        .findFirst()
        .orElse("");
  }

  void save(Path file) throws IOException {
    driver.executeScript("document.activeElement.blur()");
    var picture = ImageIO.read(new ByteArrayInputStream(driver.getScreenshotAs(OutputType.BYTES)));
    ImageIO.write(FewColours.of(picture), "png", file.toFile());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
