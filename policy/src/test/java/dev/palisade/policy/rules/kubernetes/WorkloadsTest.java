package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.kubernetes.Compliant.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever holds for a Deployment's pod holds for that of every other kind of workload. */
class WorkloadsTest {
    @ParameterizedTest
    @MethodSource("types")
    void theCompliantPodPassesInEveryKind(String type) {
        assertThat(verdict(workload(type))).isEqualTo(Verdict.Kind.PASS);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aPrivilegedContainerFailsInEveryKind(String type) {
        String pod =
                switch (type) {
                    case Workloads.POD -> "";
                    case Workloads.POD_TEMPLATE -> "template.";
                    case Workloads.CRON_JOB -> "spec.jobTemplate.spec.template.";
                    default -> "spec.template.";
                };
        assertThat(verdict(workload(type).with(pod + "spec.containers[0].securityContext.privileged", true)))
                .isEqualTo(Verdict.Kind.FAIL);
    }

    static Stream<String> types() {
        return Workloads.TYPES.stream().sorted();
    }

    private static Verdict.Kind verdict(Manifest workload) {
        return new Evaluator(List.of(new ContainerIsUnprivileged()))
                .judge(workload.alone().build())
                .get(0)
                .verdict()
                .kind();
    }
}
