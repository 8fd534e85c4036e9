package dev.palisade.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.eclipse.jetty.server.ServerConnector;

@AnalyzeClasses(packages = "dev.palisade.app", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rooms_form_no_circle =
            slices().matching("dev.palisade.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule each_room_knows_only_the_rooms_below_it = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("service")
            .definedBy("dev.palisade.app")
            .layer("docs")
            .definedBy("..app.docs..")
            .layer("data")
            .definedBy("..app.data..")
            .layer("health")
            .definedBy("..app.health..")
            .layer("limit")
            .definedBy("..app.limit..")
            .layer("telemetry")
            .definedBy("..app.telemetry..")
            .layer("auth")
            .definedBy("..app.auth..")
            .layer("http")
            .definedBy("..app.http..")
            .layer("json")
            .definedBy("..app.json..")
            .layer("settings")
            .definedBy("..app.settings..")
            .whereLayer("service")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("docs")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("data")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("limit")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("telemetry")
            .mayOnlyBeAccessedByLayers("service")
            .whereLayer("auth")
            .mayOnlyBeAccessedByLayers("service", "docs", "data", "health")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("service", "http", "data")
            .because("a room that guards the data interface must not depend on it");

    @ArchTest
    static final ArchRule settings_and_json_know_no_other_room = noClasses()
            .that(resideInAnyPackage("..app.settings..", "..app.json.."))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.palisade.app..")
                    .and(not(resideInAnyPackage("..app.settings..", "..app.json.."))));

    @ArchTest
    static final ArchRule only_the_data_room_speaks_sql = noClasses()
            .that()
            .resideOutsideOfPackage("..app.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..", "org.postgresql..");

    @ArchTest
    static final ArchRule only_auth_handles_tokens = noClasses()
            .that()
            .resideOutsideOfPackage("..app.auth..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule only_the_listener_binds_an_address = noClasses()
            .that()
            .doNotHaveSimpleName("Listener")
            .should()
            .callMethod(ServerConnector.class, "setHost", String.class)
            .orShould()
            .callMethod(ServerConnector.class, "setPort", int.class)
            .because("the exemption for binding every address stands at that one place");

    @ArchTest
    static final ArchRule only_the_start_reads_the_environment = noClasses()
            .that()
            .doNotHaveSimpleName("Main")
            .and()
            .doNotHaveSimpleName("Development")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothing_but_the_start_writes_to_the_console = noClasses()
            .that()
            .doNotHaveSimpleName("Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule logs_go_one_way = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
