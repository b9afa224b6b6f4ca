package io.gazetteer.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.web.CallerNetwork;
import io.gazetteer.api.web.Csv;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVault;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {
  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.gazetteer.api");

  /** The packages that are about requests and answers: filters, security, caches of answers. */
  private static final String[] ABOUT_REQUESTS = {
    "..api.web..",
    "..api.pages..",
    "..api.identity.auth..",
    "..api.operations.health..",
    "..api.openapi..",
    "..api.schema.caching..",
    "..api.search.agents..",
    "..api.idempotency.."
  };

  @Test
  void onlyRegistrationSeesPasswordsOfDataSources() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gazetteer.api.sources..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(DataSourceSecrets.class)
        .because("a password that few classes see leaks from few places")
        .check(API);
  }

  @Test
  void onlyRegistrationAndTheKeysOfTokensSeeSecrets() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gazetteer.api.sources..")
        .and()
        .resideOutsideOfPackage("io.gazetteer.api.identity.auth.accesstokens..")
        .and()
        .resideOutsideOfPackage("io.gazetteer.api.idempotency..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Secret.class, SecretVault.class)
        .because("a secret that few classes see leaks from few places")
        .check(API);
  }

  @Test
  void onlyRegistrationConnectsToDataSources() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gazetteer.api.sources..")
        .and()
        .areNotAssignableTo(CatalogApiApplication.class)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.gazetteer.common.source..")
                .and(not(belongToAnyOf(DatabaseKind.class, TlsMode.class, TlsSettings.class))))
        .because("connecting takes a password in clear")
        .check(API);
  }

  @Test
  void controllersLeaveSqlToOthers() {
    noClasses()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .or()
        .resideInAPackage("..api.pages..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(JdbcClient.class)
        .because("a controller decodes, calls one use case and encodes")
        .check(API);
  }

  @Test
  void whatIsThereForAllGoesByTurns() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..identity.ratelimit..", "..sources.webhooks.delivery..", "..web.transfer..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Semaphore.class)
        .because("with Places and Turns nobody takes what there is for all")
        .check(API);
  }

  @Test
  void jsonIsJackson3() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
        .because("two JSON libraries in one process disagree in the end")
        .check(API);
  }

  @Test
  void theApiKnowsNoWorker() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.gazetteer.worker..", "io.gazetteer.servers..")
        .because("both processes agree in common, and only there")
        .check(API);
  }

  @Test
  void businessRulesKnowNoHttp() {
    classes()
        .that()
        .areNotAnnotatedWith(RestController.class)
        .and(not(resideInAnyPackage(ABOUT_REQUESTS)))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage("jakarta.servlet..", "org.springframework.http..")))
        .because("only controllers decode requests and encode answers")
        .check(API);
  }

  @Test
  void businessRulesKnowNoProblems() {
    classes()
        .that()
        .areNotAnnotatedWith(RestController.class)
        .and()
        .areNotAnnotatedWith(FromRequest.class)
        .and(not(resideInAnyPackage(ABOUT_REQUESTS)))
        .and()
        .areNotAssignableTo(FailureTable.class)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("io.gazetteer.api.web.."))
                .or(belongToAnyOf(Cursor.class, CallerNetwork.class, Csv.class)))
        .because("a use case fails with an exception of its own; FailureTable gives it a code")
        .check(API);
  }

  @Test
  void everyFailureHasACode() {
    var failures =
        API.stream()
            .filter(type -> type.isAssignableTo(DomainException.class))
            .filter(type -> !type.isEquivalentTo(DomainException.class))
            .map(JavaClass::getName)
            .toList();
    assertThat(FailureTable.CODES.keySet())
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(failures);
  }

  /** The drawing of the rooms in docs/architecture.md, from its lowest floor up. */
  @ParameterizedTest
  @CsvSource({
    "failure,",
    "index,",
    "openapi,",
    "web, failure",
    "identity, web failure",
    "crawls, identity web failure",
    "operations, identity web failure",
    "idempotency, identity web failure",
    "sources, crawls identity web failure",
    "schema, sources crawls index web failure",
    "search, schema sources crawls identity index web failure",
    "pages, search schema sources crawls operations identity web failure"
  })
  void aRoomUsesOnlyRoomsBelowIt(String room, @Nullable String below) {
    var allowed =
        Stream.concat(Stream.of(room), Stream.of(below == null ? new String[0] : below.split(" ")))
            .map(name -> "io.gazetteer.api." + name + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("io.gazetteer.api." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("io.gazetteer.api..")).or(resideInAnyPackage(allowed)))
        .because("whoever reads a room needs to know only the rooms below it")
        .check(API);
  }

  @Test
  void aNewRoomGetsAPlaceAmongTheOthers() {
    assertThat(
            API.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(names -> names.length > 3)
                .map(names -> names[3])
                .distinct())
        .containsExactlyInAnyOrder(
            "crawls",
            "failure",
            "idempotency",
            "identity",
            "index",
            "openapi",
            "operations",
            "pages",
            "schema",
            "search",
            "sources",
            "web");
  }

  /** Neither rooms with all that is in them do, however deep, nor single packages. */
  @ParameterizedTest
  @ValueSource(strings = {"(*)..", "(*).(*)..", "(*).(*).(*)..", "(**)"})
  void roomsFormNoCycles(String rooms) {
    slices()
        .matching("io.gazetteer.api." + rooms)
        .should()
        .beFreeOfCycles()
        .because("one room is read after the other, not both at once, and can be changed alone")
        .check(API);
  }

  @Test
  void noPackageIsCrowded() {
    var types =
        API.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    assertThat(types.values()).as("%s", types).allMatch(count -> count <= 24);
  }
}
