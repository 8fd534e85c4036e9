package dev.palisade.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.framework.Verdict.Kind;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of one policy, of every kind. The worst verdict on any resource of the case's stack counts. */
public interface PolicyCases {
    Policy policy();

    List<Case> cases();

    /** What a stack is expected to bring; {@code says} is part of a reason, empty where there is none. */
    record Case(Kind expected, String name, StackBuilder stack, String says) {}

    static Case passes(String name, StackBuilder stack) {
        return new Case(Kind.PASS, name, stack, "");
    }

    static Case fails(String name, StackBuilder stack, String says) {
        return new Case(Kind.FAIL, name, stack, says);
    }

    static Case unknown(String name, StackBuilder stack) {
        return new Case(Kind.UNKNOWN, name, stack, "");
    }

    static Case notApplicable(String name, StackBuilder stack) {
        return new Case(Kind.NOT_APPLICABLE, name, stack, "");
    }

    @TestFactory
    default Stream<DynamicTest> judges() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.expected() + ": " + one.name(), () -> {
                    Verdict verdict = new Evaluator(List.of(policy()))
                            .judge(one.stack().build()).stream()
                                    .map(Finding::verdict)
                                    .reduce(Verdict.NOT_APPLICABLE, Verdict::and);
                    assertThat(verdict.kind()).as("%s", verdict.reasons()).isEqualTo(one.expected());
                    assertThat(verdict.reasons()).noneMatch(reason -> reason.startsWith("cannot be judged"));
                    if (one.expected() == Kind.FAIL) {
                        assertThat(String.join("; ", verdict.reasons()))
                                .contains(one.says())
                                .isNotBlank();
                    }
                }));
    }

    @Test
    default void hasCasesOfEveryKind() {
        assertThat(cases().stream().map(Case::expected).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Kind.class));
    }
}
