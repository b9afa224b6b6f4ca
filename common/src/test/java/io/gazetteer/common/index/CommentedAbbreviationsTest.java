package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentedAbbreviationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "cust no|customer number|no=number",
        "plcyhldr no|policy holder number|plcyhldr=policy holder, no=number",
        "trkngno|tracking number of the carrier|trkngno=tracking number",
        "dob|date of birth|dob=date of birth",
        "zlk cd|zone link code|-",
        "frt amt|freight amount, net|frt=freight, amt=amount",
        "wt kg|gross weight kg|wt=weight",
      })
  void learnsWhatTheCommentSpellsOut(String name, String comment, String pairs) {
    assertThat(String.join(", ", pairs(name, comment))).isEqualTo(pairs == null ? "" : pairs);
  }

  @Test
  void learnsNothingFromOtherComments() {
    assertThat(pairs("status", "state of the order")).isEmpty();
    assertThat(pairs("state", "statement of account")).isEmpty();
    assertThat(pairs("cust no", "see the manual")).isEmpty();
    assertThat(pairs("cust no", "customer")).isEmpty();
    assertThat(pairs("no", "number")).isEmpty();
    assertThat(pairs("customer number", "customer number")).isEmpty();
    assertThat(pairs("x", "extra")).isEmpty();
  }

  private static List<String> pairs(String name, String comment) {
    return CommentedAbbreviations.pairs(
        List.of(name.split(" ")), List.of(comment.replace(",", "").split(" ")));
  }
}
