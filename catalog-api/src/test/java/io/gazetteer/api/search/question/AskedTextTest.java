package io.gazetteer.api.search.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.QueryMistakeException;
import io.gazetteer.api.search.question.AskedText.Way;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "customers",
        "customer email",
        "date of birth",
        "label of an issue",
        "currency of the plan",
        "latitude and longitude",
        "ADDR?",
        "customer ADDR?",
        "order_line.total_amount",
        "cust*_id",
        "invoice total OR amount due to the bank",
        "\"what we order from vendors\"",
        "schema:sales orders is:fk kind:column type:time",
        "list price",
        "is active",
        "do not call",
      })
  void readsNames(String text) {
    var read = AskedText.read(text, Way.AUTO);

    assertThat(read.names()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Where do we keep customer e-mail addresses?|[keep, customer, e-mail, addresses]",
        "who created the issue|[created, issue]",
        "which emails?|[emails]",
        "when did the user last log in|[user, last, log]",
        "How many orders were placed by guests|[orders, placed, guests]",
        "customer's order of last month that was shipped|[customer, order, last, month, shipped]",
        "Welche Kunden haben einen Vertrag?|[Kunden, Vertrag]",
        "Quelle est l'adresse du client?|[adresse, client]",
        "¿Cuántos pedidos hay en la tienda?|[pedidos, tienda]",
        "Quais clientes não pagaram as faturas?|[clientes, pagaram, faturas]",
        "Quali clienti non hanno pagato la fattura?|[clienti, pagato, fattura]",
        "Welke klanten hebben de factuur betaald?|[klanten, factuur, betaald]",
        "Wo stehen die E-Mail-Adressen von unseren Kunden?|[stehen, E-Mail-Adressen, Kunden]",
        "Wie viele Bestellungen gab es je Filiale und Monat?|[viele, Bestellungen, Filiale, Monat]",
        "Où sont les adresses e-mail de nos clients ?|[adresses, e-mail, clients]",
        "Combien de commandes y a-t-il par magasin et par mois ?|[commandes, magasin, mois]",
        "¿Dónde están las direcciones de nuestros clientes?|[direcciones, clientes]",
        "¿Cuánto gastó cada cliente en el último mes?|[gastó, cliente, último, mes]",
        "Onde estão os endereços dos nossos clientes?|[endereços, clientes]",
        "Quanto gastou cada cliente no último mês?|[gastou, cliente, último, mês]",
        "Dove sono gli indirizzi dei nostri clienti?|[indirizzi, clienti]",
        "Quanto ha speso ogni cliente nel mese scorso?|[speso, cliente, mese, scorso]",
        "Waar staan de adressen van onze klanten?|[staan, adressen, klanten]",
        "Hoeveel bestellingen waren er per winkel en maand?|[bestellingen, winkel, maand]",
      })
  void readsQuestions(String text, String content) {
    var read = AskedText.read(text, Way.AUTO);

    assertThat(read.names()).isEmpty();
    assertThat(read.question().map(Question::content).map(List::toString)).contains(content);
  }

  @Test
  void saysWhatItLeavesOut() {
    assertThat(question("Where do we keep the addresses?").ignored())
        .containsExactly("Where", "do", "we", "the");
  }

  @Test
  void keepsFunctionWordsInQuotesAndThoseThatAreAllThereIs() {
    assertThat(question("Which orders have a \"to do\" for us?").content())
        .containsExactly("orders", "us", "to", "do");
    assertThat(AskedText.read("to be or not to be", Way.QUESTION).question())
        .map(Question::content)
        .contains(List.of("to", "be", "or", "not", "to", "be"));
  }

  @Test
  void takesConditionsInsideOfAQuestion() {
    var question = question("Where are the orders of customers schema:sales -test?");

    assertThat(question.content()).containsExactly("orders", "customers");
    assertThat(question.conditions())
        .containsExactly(
            new Query.Qualifier(Query.Field.SCHEMA, List.of("sales")),
            new Query.Not(new Query.Word("test")));
  }

  @Test
  void saysWhereTheMistakeInAConditionIs() {
    assertThatThrownBy(
            () -> AskedText.read("Where are the orders of a customer kind:nonsense", Way.AUTO))
        .isInstanceOf(QueryMistakeException.class)
        .extracting(mistake -> ((QueryMistakeException) mistake).position())
        .isEqualTo("Where are the orders of a customer kind:".length());
  }

  @Test
  void takesLongQuestionsAndNotTooLongOnes() {
    var words = "which orders of customers " + "and more customers ".repeat(30) + "are late?";

    assertThat(AskedText.read(words, Way.AUTO).question()).isPresent();
    assertThatThrownBy(() -> AskedText.read("a ".repeat(1001), Way.AUTO))
        .isInstanceOf(QueryMistakeException.class);
  }

  @Test
  void readsAsItIsTold() {
    assertThat(AskedText.read("customer email", Way.QUESTION).names()).isEmpty();
    assertThat(AskedText.read("who created the issue", Way.NAMES).question()).isEmpty();
  }

  @Test
  void namesCanDoWithoutWhatStandsBetweenThem() {
    assertThat(AskedText.read("currency of the plan", Way.AUTO).connecting())
        .containsExactly("of", "the");
    assertThat(AskedText.read("languages of", Way.AUTO).connecting()).isEmpty();
    assertThat(AskedText.read("of the", Way.AUTO).connecting()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "\"", "- -", "(((", "a:b?c", "\u0000 ? ?", "who is \" the", "-x?"})
  void throwsNothingElseForAnyText(String text) {
    for (Way way : Way.values()) {
      Optional<Exception> thrown = Optional.empty();
      try {
        AskedText.read(text, way);
      } catch (QueryMistakeException e) {
        thrown = Optional.empty();
      } catch (RuntimeException e) {
        thrown = Optional.of(e);
      }
      assertThat(thrown).isEmpty();
    }
  }

  private static Question question(String text) {
    return AskedText.read(text, Way.AUTO).question().orElseThrow();
  }
}
