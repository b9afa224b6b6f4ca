package io.gazetteer.common.catalog;

import io.gazetteer.common.secrets.SecretVault;
import io.gazetteer.common.source.ServerPlaces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
public class CatalogConfiguration {
  @Bean
  DataSources dataSources(JdbcClient jdbc) {
    return new DataSources(jdbc);
  }

  @Bean
  DataSourceSecrets dataSourceSecrets(JdbcClient jdbc, SecretVault vault) {
    return new DataSourceSecrets(jdbc, vault);
  }

  @Bean
  Crawls crawls(JdbcClient jdbc) {
    return new Crawls(jdbc);
  }

  @Bean
  IndexRebuilds indexRebuilds(JdbcClient jdbc) {
    return new IndexRebuilds(jdbc);
  }

  @Bean
  ServerPlaces serverPlaces(
      JdbcClient jdbc, @Value("${gazetteer.source.server-connections:4}") int most) {
    return most == 0 ? ServerPlaces.UNLIMITED : new SharedServerPlaces(jdbc, most);
  }

  @Bean
  DatabaseIdentities databaseIdentities(JdbcClient jdbc) {
    return new DatabaseIdentities(jdbc);
  }
}
