package io.gazetteer.common.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spans give the pieces of the original back, for highlights. */
class WordSpansTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "CustomerEmailAddress, Customer|Email|Address",
        "cust_email_addr, cust|email|addr",
        "CUSTEMAIL, CUST|EMAIL",
        "lastupdatedby, last|updated|by",
        "orderstatuses, order|statuses",
        "customeraddresses, customer|addresses",
        "HTTPServerIDs, HTTP|Server|IDs",
        "e_mail_addresses, e_mail|addresses",
        "TimeStamp2, TimeStamp|2",
        "md5hash, md5|hash",
        "the customer's name, the|customer|name",
        "Straßenname, Straßenname",
        "ﬁleName, ﬁle|Name",
        "caféName, café|Name",
        "cafe\u0301Name, cafe\u0301|Name",
        "e\u0301\u0316tat_id, e\u0301\u0316tat|id",
        "cust\u00ADomerId, cust\u00ADomer|Id",
        "ＯｒｄｅｒId, Ｏｒｄｅｒ|Id",
        "🎉party🎉_id, party|id",
        "価格Code, 価|格|Code",
        "ｶﾞｽId, ｶﾞｽ|Id",
        "x½y, x|½||y",
      })
  void giveThePiecesOfTheOriginal(String original, String pieces) {
    var found =
        IdentifierAnalyzer.standard().analyze(original).stream()
            .map(word -> original.substring(word.start(), word.end()))
            .collect(Collectors.joining("|"));
    assertThat(found).isEqualTo(pieces);
  }
}
