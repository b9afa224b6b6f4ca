package io.gazetteer.api.identity.console;

import io.gazetteer.common.secrets.KeyRotation;
import io.gazetteer.common.secrets.KeysetConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the catalog store for a command on a terminal: it needs PostgreSQL, and nothing else. */
public final class ConsoleCatalog implements AutoCloseable {
  /** Tells people what to do when {@link #open} fails. */
  public static final String UNUSABLE =
      "PostgreSQL cannot be used: check GAZETTEER_POSTGRES_URL, _USER and _PASSWORD";

  private final ConfigurableApplicationContext context;

  private ConsoleCatalog(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Configuration(proxyBeanMethods = false)
  @Import(KeysetConfiguration.class)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
  })
  static class Store {}

  /**
   * Connects to PostgreSQL.
   *
   * @throws org.springframework.beans.factory.BeanCreationException when there is no PostgreSQL
   */
  public static ConsoleCatalog open() {
    return new ConsoleCatalog(
        new SpringApplicationBuilder(Store.class)
            .web(WebApplicationType.NONE)
            .run(
                "--logging.level.root=off",
                "--spring.main.keep-alive=false",
                "--spring.datasource.hikari.initialization-fail-timeout=5000"));
  }

  public JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  public KeyRotation keyRotation() {
    return context.getBean(KeyRotation.class);
  }

  /**
   * Reads a setting that the API has, too.
   *
   * @throws NumberFormatException when it is none
   */
  public int number(String setting) {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty(setting));
  }

  @Override
  public void close() {
    context.close();
  }
}
