package dev.palisade.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.palisade.policy.framework.Policy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogueTest {
    @Test
    void everyPolicyClassIsInTheCatalogueOnce() {
        List<String> written = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.palisade.policy.rules")
                        .stream()
                        .filter(type -> type.isAssignableTo(Policy.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(Catalogue.policies().stream().map(policy -> policy.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void idsAreUnique() {
        assertThat(Catalogue.policies().stream().map(Policy::id)).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> everyPolicyHasItsTestBesideIt() {
        return Catalogue.policies().stream()
                .map(policy -> DynamicTest.dynamicTest(policy.id(), () -> {
                    Class<?> test = Class.forName(policy.getClass().getName() + "Test");
                    assertThat(PolicyCases.class).isAssignableFrom(test);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyPolicySaysWhatItIsAbout() {
        return Catalogue.policies().stream()
                .map(policy -> DynamicTest.dynamicTest(policy.id(), () -> {
                    assertThat(policy.info().title()).isNotBlank().doesNotEndWith(".");
                    assertThat(policy.info().why()).endsWith(".");
                    assertThat(policy.info().remedy()).endsWith(".");
                    assertThat(policy.info().snippet()).isNotBlank();
                    assertThat(policy.info().rows()).isNotEmpty();
                    assertThat(policy.controls()).isNotEmpty();
                }));
    }
}
