package io.gazetteer.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class DataSourceDirectoryIT {
  private static final TestApi API = TestApi.shared();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicInteger statements = new AtomicInteger();
  private final DataSourceDirectory directory =
      new DataSourceDirectory(JdbcClient.create(counted()), () -> this.nanos);
  private long nanos;

  private DataSource counted() {
    return new DelegatingDataSource(API.bean(DataSource.class)) {
      @Override
      public Connection getConnection() throws SQLException {
        statements.incrementAndGet();
        return super.getConnection();
      }
    };
  }

  @Test
  void asksTheCatalogStoreOnceASecondAtMost() {
    for (int keystroke = 0; keystroke < 10_000; keystroke++) {
      assertThat(directory.now().hidden()).isNotNull();
    }
    assertThat(statements).hasValue(1);
    nanos += SECOND;
    directory.now();
    assertThat(statements).hasValue(2);
  }

  @Test
  void hidesWhatAnotherProcessHasDeleted() {
    var id = new RegisteredDataSources(API).crawled("directory_elsewhere");
    assertThat(directory.now().find(id.toString())).isPresent();

    deleteElsewhere(id);
    nanos += SECOND;

    assertThat(directory.now().hidden()).contains(id.toString());
    assertThat(directory.now().find(id.toString())).isEmpty();
    assertThat(directory.now().matching(source -> true)).doesNotContain(id.toString());
  }

  /** What it said before may be in memory, and what was just registered may have a hit. */
  @Test
  void readsAgainWhenAsked() {
    directory.now();
    var id = new RegisteredDataSources(API).crawled("directory_again");
    assertThat(directory.now().find(id.toString())).isEmpty();

    assertThat(directory.again().find(id.toString())).isPresent();
    assertThat(directory.now().find(id.toString())).isPresent();
  }

  private static void deleteElsewhere(UUID id) {
    API.bean(JdbcClient.class)
        .sql("update data_source set deleted_at = now(), secret = null where id = :id")
        .param("id", id)
        .update();
  }
}
