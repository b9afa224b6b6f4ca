package io.gazetteer.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
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
                "io.gazetteer.common.source..")
            .because("it is given an open connection and only reads the source's catalog"));
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

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
