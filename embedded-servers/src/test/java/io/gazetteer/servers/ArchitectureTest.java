package io.gazetteer.servers;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.gazetteer");

  @Test
  void onlyTheNodesOwnProcessKnowsElasticsearch() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gazetteer.servers.node..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.elasticsearch..")
        .because("its jars are not on our class path")
        .check(CLASSES);
  }

  @Test
  void theNodeKnowsNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAPackage("io.gazetteer.servers.node..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.gazetteer.servers..")
                .and(not(resideInAPackage("io.gazetteer.servers.node.."))))
        .because("its class path holds these few classes and the server's jars")
        .check(CLASSES);
  }

  @Test
  void whatServersShareKnowsNoServer() {
    noClasses()
        .that()
        .resideInAPackage("io.gazetteer.servers")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.gazetteer.servers.elasticsearch..",
            "io.gazetteer.servers.kafka..",
            "io.gazetteer.servers.mysql..",
            "io.gazetteer.servers.postgresql..",
            "io.gazetteer.servers.testing..")
        .because("a server can be added beside the others")
        .check(CLASSES);
  }

  @Test
  void processesAreNotOnlyForServers() {
    noClasses()
        .that()
        .resideInAPackage("io.gazetteer.servers.process..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.gazetteer.servers",
            "io.gazetteer.servers.elasticsearch..",
            "io.gazetteer.servers.kafka..",
            "io.gazetteer.servers.mysql..",
            "io.gazetteer.servers.postgresql..",
            "io.gazetteer.servers.testing..")
        .because("the launcher runs the applications with it, too")
        .check(CLASSES);
  }

  @Test
  void noProgramInheritsOurSecrets() {
    noClasses()
        .that()
        .doNotHaveSimpleName("CleanEnvironment")
        .should()
        .callConstructor(ProcessBuilder.class, List.class)
        .orShould()
        .callConstructor(ProcessBuilder.class, String[].class)
        .because("its environment would be ours")
        .check(CLASSES);
  }

  @Test
  void onlyTestsOnContainersKnowTestcontainers() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gazetteer.servers.testing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.testcontainers..")
        .because("it is there only when tests ask for it")
        .check(CLASSES);
  }
}
