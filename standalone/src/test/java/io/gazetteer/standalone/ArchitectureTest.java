package io.gazetteer.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.gazetteer.standalone");

  @Test
  void theApplicationsAreChildProcessesAndNotOnTheClassPath() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.gazetteer.api..",
            "io.gazetteer.worker..",
            "io.gazetteer.common..",
            "org.springframework..")
        .because("what a user tries is what is deployed, and a supervisor has to stay small")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("io.gazetteer.standalone.(*)..")
        .should()
        .beFreeOfCycles()
        .because("each can then be read without the others")
        .check(CLASSES);
  }

  @Test
  void samplesAreRegisteredAsAnyoneWould() {
    noClasses()
        .that()
        .resideInAPackage("..samples..")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("CatalogStore")
        .because("a sample that took a short cut would show less than a user's own database")
        .check(CLASSES);
  }
}
