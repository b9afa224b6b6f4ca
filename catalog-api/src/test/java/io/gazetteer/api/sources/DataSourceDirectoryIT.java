package io.gazetteer.api.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

  private final AtomicInteger statements = new AtomicInteger();
  private final DataSourceDirectory directory =
      new DataSourceDirectory(JdbcClient.create(counted()));

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
    long start = System.nanoTime();
    for (int keystroke = 0; keystroke < 10_000; keystroke++) {
      assertThat(directory.now().hidden()).isNotNull();
    }
    var taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(statements).hasValueBetween(1, 1 + (int) taken.toSeconds());
  }

  @Test
  void hidesWhatAnotherProcessHasDeleted() {
    var id = new io.gazetteer.api.testing.RegisteredDataSources(API).crawled("directory_elsewhere");
    assertThat(directory.now().find(id.toString())).isPresent();

    deleteElsewhere(id);

    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(directory.now().hidden()).contains(id.toString()));
    assertThat(directory.now().find(id.toString())).isEmpty();
    assertThat(directory.now().matching(source -> true)).doesNotContain(id.toString());
  }

  private static void deleteElsewhere(UUID id) {
    API.bean(JdbcClient.class)
        .sql("update data_source set deleted_at = now(), secret = null where id = :id")
        .param("id", id)
        .update();
  }
}
