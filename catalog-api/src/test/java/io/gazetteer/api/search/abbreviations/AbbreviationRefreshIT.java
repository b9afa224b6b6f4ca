package io.gazetteer.api.search.abbreviations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import io.gazetteer.api.testing.TestApi;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class AbbreviationRefreshIT {
  private static final Logger log = (Logger) LoggerFactory.getLogger(AbbreviationRefresh.class);

  private final Store store = new Store();
  private final StoredAbbreviations stored = stored(JdbcClient.create(store));
  private final Abbreviations abbreviations = new Abbreviations(List.of());
  private final AbbreviationRefresh refresh = new AbbreviationRefresh(stored, abbreviations);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  /** The catalog store, which can be away, or have something happen before it is asked. */
  private static final class Store extends DelegatingDataSource {
    private boolean isAway;
    private Runnable before = () -> {};

    Store() {
      super(TestApi.shared().bean(DataSource.class));
    }

    @Override
    public Connection getConnection() throws SQLException {
      before.run();
      if (isAway) {
        throw new SQLException("away for the test");
      }
      return super.getConnection();
    }
  }

  private static StoredAbbreviations stored(JdbcClient jdbc) {
    return new StoredAbbreviations(jdbc, new Audit(jdbc));
  }

  @BeforeEach
  void listen() {
    logged.start();
    log.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(logged);
  }

  @Test
  void doesNotUndoWhatHasBegunToHoldWhileItRead() {
    long version = stored.version();
    var edited = list("kd", "kunde", version + 1);
    store.before = () -> abbreviations.replace(edited);

    refresh.refresh();

    assertThat(abbreviations.version()).isEqualTo(version + 1);
    assertThat(abbreviations.variants(List.of("kd"))).containsExactly(variant("kunde"));
  }

  @Test
  void takesOverWhatARestoredStoreHas() {
    abbreviations.replace(list("kd", "kunde", stored.version() + 7));

    refresh.refresh();

    assertThat(abbreviations.version()).isEqualTo(stored.version());
    assertThat(abbreviations.variants(List.of("cust"))).isNotEmpty();
  }

  @Test
  void keepsTheNewerOfTwoEdits() {
    abbreviations.replace(list("kd", "kunde", 8));
    abbreviations.replace(list("kd", "kind", 7));

    assertThat(abbreviations.variants(List.of("kd"))).containsExactly(variant("kunde"));
  }

  @Test
  void tellsOnceThatItFailsAndOnceThatItWorksAgain() {
    refresh.refresh();
    assertThat(levels()).isEmpty();
    store.isAway = true;
    refresh.refresh();
    refresh.refresh();
    assertThat(levels()).containsExactly(Level.WARN);
    assertThat(abbreviations.variants(List.of("cust"))).isNotEmpty();
    store.isAway = false;
    refresh.refresh();
    refresh.refresh();
    assertThat(levels()).containsExactly(Level.WARN, Level.INFO);
  }

  private List<Level> levels() {
    return logged.list.stream().map(ILoggingEvent::getLevel).toList();
  }

  private static AbbreviationList list(String shortForm, String longForm, long version) {
    return new AbbreviationList(
        List.of(new Abbreviation(shortForm, List.of(longForm))), false, version);
  }

  private static Variant variant(String word) {
    return new Variant(0, 1, List.of(word));
  }
}
