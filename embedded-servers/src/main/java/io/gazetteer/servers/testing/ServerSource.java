package io.gazetteer.servers.testing;

import io.gazetteer.servers.DatabaseServer;

/** Starts servers that stop by themselves when this JVM ends. */
interface ServerSource {
  DatabaseServer postgres();

  KafkaServer kafka();

  ElasticsearchServer elasticsearch();

  DatabaseServer mariaDb();

  DatabaseServer mySql();
}
