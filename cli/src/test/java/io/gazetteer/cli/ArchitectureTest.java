package io.gazetteer.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLI =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.gazetteer.cli");

  @Test
  void knowsNoOtherModule() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("io.gazetteer..")).or(resideInAPackage("io.gazetteer.cli..")))
        .because("a command line for any Gazetteer asks its API")
        .check(CLI);
  }

  @Test
  void startsFast() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.slf4j..")
        .because("a search answers within 300 ms")
        .check(CLI);
  }

  @Test
  void whatCommandsShareKnowsNoCommand() {
    noClasses()
        .that()
        .resideInAPackage("io.gazetteer.cli")
        .and()
        .doNotHaveSimpleName("Main")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.gazetteer.cli.command..")
        .because("a command can be added beside the others")
        .check(CLI);
  }
}
