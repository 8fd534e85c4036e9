package dev.palisade.policy;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.palisade.policy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOMS_KNOW_ONLY_WHAT_THEY_STAND_ON = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("graph")
            .definedBy("..policy.graph..")
            .layer("framework")
            .definedBy("..policy.framework..")
            .layer("flow")
            .definedBy("..policy.flow..")
            .layer("rules")
            .definedBy("..policy.rules..")
            .layer("exemption")
            .definedBy("..policy.exemption..")
            .layer("gate")
            .definedBy("..policy.gate..")
            .layer("report")
            .definedBy("..policy.report..")
            .layer("pack")
            .definedBy("..policy.pack..")
            .layer("testkit")
            .definedBy("..policy.testkit..")
            .whereLayer("graph")
            .mayNotAccessAnyLayer()
            .whereLayer("framework")
            .mayOnlyAccessLayers("graph")
            .whereLayer("flow")
            .mayOnlyAccessLayers("graph", "framework")
            .whereLayer("rules")
            .mayOnlyAccessLayers("graph", "framework", "flow")
            .whereLayer("exemption")
            .mayOnlyAccessLayers("graph", "framework", "flow")
            .whereLayer("gate")
            .mayOnlyAccessLayers("graph", "framework", "flow", "exemption")
            .whereLayer("report")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pack")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("testkit")
            .mayNotBeAccessedByAnyLayer()
            .because("a rule knows the framework and the framework knows no rule");

    @ArchTest
    static final ArchRule AREAS_OF_RULES_ARE_INDEPENDENT = slices().matching("dev.palisade.policy.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each room can be read without the ones that stand on it");
}
