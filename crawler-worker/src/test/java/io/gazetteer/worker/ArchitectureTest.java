package io.gazetteer.worker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.gazetteer.worker");

  @Test
  void introspectsWithoutKafkaElasticsearchAndSecrets() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..introspect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.kafka..",
                "org.springframework.kafka..",
                "co.elastic..",
                "io.gazetteer.common.secrets..",
                "io.gazetteer.worker.index..",
                "io.gazetteer.worker.runtime.connect..",
                "io.gazetteer.common.source",
                "io.gazetteer.common.source.mysql..",
                "io.gazetteer.common.source.policy..",
                "io.gazetteer.common.source.tls..",
                "io.gazetteer.common.source.wire..")
            .because(
                "it is given an open connection and only reads the source's catalog; of PostgreSQL"
                    + " it also uses the session of that connection"));
  }

  @Test
  void indexesWithoutSql() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..worker.index..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..", "org.springframework.jdbc..", "io.gazetteer.worker.introspect..")
            .because("documents are built from the model, whatever the source was"));
  }

  @Test
  void decryptsSecretsOnlyToConnect() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..worker.runtime.connect..")
            .and()
            .areNotAssignableTo(CrawlerWorkerApplication.class)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.gazetteer.common.secrets.Secret")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.gazetteer.common.catalog.DataSourceSecrets")
            .because("one package to look at answers who can see a password"));
  }

  @Test
  void doesNotKnowTheApi() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.gazetteer.api..")
            .because("the two processes meet in PostgreSQL, Kafka and Elasticsearch only"));
  }

  @Test
  void usesJackson3Only() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("two mappers with two ideas of JSON would end in one process"));
  }

  @Test
  void hasPackagesThatFormNoCycles() {
    check(
        slices()
            .matching("io.gazetteer.worker.(*)..")
            .should()
            .beFreeOfCycles()
            .because("the flow goes one way: plan, batch, introspect and index, finish"));
  }

  @Test
  void letsTheIntrospectionUseNoOtherRoom() {
    checkRoom("introspect", "it reads any database it is given, whatever is done with the answers");
  }

  @Test
  void letsLeasesUseNoOtherRoom() {
    checkRoom("lease", "it must not matter which kind of work an attempt is made at");
  }

  @Test
  void letsTheRuntimeKnowNoKindOfWork() {
    checkRoom(
        "runtime", "it gives work threads and connections, and is no place for it",
        "introspect", "lease");
  }

  @Test
  void letsTheHistoryKnowNeitherCrawlsNorTheIndex() {
    checkRoom(
        "history", "what earlier crawls saw outlives both the crawl and a lost index", "lease");
  }

  @Test
  void letsTheIndexKnowNoCrawl() {
    checkRoom(
        "index", "crawls, rebuilds and purges write by the same code",
        "lease", "runtime");
  }

  @Test
  void letsAPurgeUseTheIndexOnly() {
    checkRoom("purge", "it meets crawls in the catalog store only", "index", "runtime");
  }

  @Test
  void letsARebuildKnowNoCrawl() {
    checkRoom("rebuild", "it meets crawls in the catalog store only", "index", "lease", "runtime");
  }

  @Test
  void letsACrawlKnowNeitherRebuildsNorPurges() {
    checkRoom(
        "crawl",
        "it meets them in the catalog store only",
        "history",
        "index",
        "introspect",
        "lease",
        "runtime");
  }

  /** Checks that a room uses no room of the worker but itself and these. */
  private static void checkRoom(String room, String because, String... others) {
    var allowed =
        Stream.concat(Stream.of(room), Stream.of(others))
            .map(name -> "io.gazetteer.worker." + name + "..")
            .toArray(String[]::new);
    check(
        classes()
            .that()
            .resideInAPackage("io.gazetteer.worker." + room + "..")
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage("io.gazetteer.worker..").or(resideInAnyPackage(allowed)))
            .because(because));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
