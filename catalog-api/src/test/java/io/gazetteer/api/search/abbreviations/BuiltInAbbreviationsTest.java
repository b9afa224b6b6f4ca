package io.gazetteer.api.search.abbreviations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class BuiltInAbbreviationsTest {
  private static final List<Abbreviation> LIST = BuiltInAbbreviations.read();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  @Test
  void knowsHundreds() {
    assertThat(LIST).hasSizeGreaterThan(350);
  }

  @Test
  void hasEveryShortFormOnce() {
    assertThat(LIST).extracting(Abbreviation::shortForm).doesNotHaveDuplicates();
  }

  @Test
  void hasWordsAsTheAnalysisLeavesThem() {
    var soft = new SoftAssertions();
    for (Abbreviation one : LIST) {
      soft.assertThat(ANALYZER.words(one.shortForm())).isEqualTo(one.shortForm());
      for (String longForm : one.longForms()) {
        soft.assertThat(ANALYZER.words(longForm)).isEqualTo(longForm);
      }
    }
    soft.assertAll();
  }

  @Test
  void hasEveryMeaningOnceAndNoneThatIsTheShortForm() {
    for (Abbreviation one : LIST) {
      assertThat(one.longForms()).doesNotHaveDuplicates().doesNotContain(one.shortForm());
    }
  }

  @Test
  void refusesWhatIsNoEntry() {
    assertThatThrownBy(() -> BuiltInAbbreviations.parse("# a comment\n\ncust = customer"))
        .hasMessageContaining("cust = customer");
    assertThat(BuiltInAbbreviations.parse("# a comment\n\nst: street, state"))
        .containsExactly(new Abbreviation("st", List.of("street", "state")));
  }
}
