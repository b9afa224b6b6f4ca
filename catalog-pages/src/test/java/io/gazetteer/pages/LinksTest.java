package io.gazetteer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {
  private static final StaticFiles FILES = new StaticFiles();

  @Test
  void leadFromAnyDepthToTheFirstPage() {
    assertThat(Links.at("/", FILES).to("")).isEqualTo("./");
    assertThat(Links.at("/search", FILES).to("databases")).isEqualTo("./databases");
    assertThat(Links.at("/db/shop/sales/orders", FILES).to("search?q=x"))
        .isEqualTo("../../../search?q=x");
  }

  @Test
  void writeAnyNameAsAPartOfAPath() {
    assertThat(Links.encoded("a b/c?d&e#f+g\"<ü"))
        .isEqualTo("a%20b%2Fc%3Fd%26e%23f%2Bg%22%3C%C3%BC");
  }

  @Test
  void nameFilesByTheirContent() {
    var link = Links.at("/", FILES).file("app.css");
    assertThat(link).matches("\\./static/app\\.[0-9a-f]{12}\\.css");
    assertThat(FILES.find(link.substring("./static/".length())))
        .hasValueSatisfying(file -> assertThat(file.content()).isNotEmpty());
    assertThat(FILES.find("app.css")).isEmpty();
  }
}
