package io.gazetteer.worker.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Driver;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** A driver that is not there runs nothing, whatever someone makes it connect to. */
class DriversTest {
  @Test
  void thereIsOneForEachKindOfDatabaseAndNoOther() {
    assertThat(ServiceLoader.load(Driver.class).stream().map(driver -> driver.type().getName()))
        .containsExactlyInAnyOrder("org.postgresql.Driver", "com.mysql.cj.jdbc.Driver");
    assertThat(
            Stream.of("org.h2.Driver", "org.sqlite.JDBC", "org.hsqldb.jdbc.JDBCDriver")
                .filter(name -> ClassUtils.isPresent(name, null)))
        .isEmpty();
  }
}
