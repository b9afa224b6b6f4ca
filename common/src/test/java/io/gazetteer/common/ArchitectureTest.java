package io.gazetteer.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

@org.jspecify.annotations.NullMarked
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.gazetteer.common");

  @Test
  void knowsNeitherProcess() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.gazetteer.api..", "io.gazetteer.worker..")
        .because("both processes depend on common, and never on each other through it")
        .check(CLASSES);
  }

  @Test
  void usesJackson3Only() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson.databind..")
        .because("two mappers with two ideas of JSON would end in one process")
        .check(CLASSES);
  }

  @Test
  void connectsWithoutLookingPasswordsUp() {
    noClasses()
        .that()
        .resideInAPackage("io.gazetteer.common.source..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.gazetteer.common.secrets..",
            "io.gazetteer.common.catalog..",
            "org.springframework.jdbc..")
        .because("who may see a password is decided in each process, by who calls it")
        .check(CLASSES);
  }

  @Test
  void hasPackagesThatFormNoCycles() {
    slices()
        .matching("io.gazetteer.common.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package that needs everything cannot be understood alone")
        .check(CLASSES);
  }
}
