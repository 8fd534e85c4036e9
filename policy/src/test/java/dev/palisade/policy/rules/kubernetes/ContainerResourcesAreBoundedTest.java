package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerResourcesAreBoundedTest implements PolicyCases {
    private static final String LIMITS = CONTAINER + "resources.limits";
    private static final String REQUESTS = CONTAINER + "resources.requests";

    @Override
    public Policy policy() {
        return new ContainerResourcesAreBounded();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("requests below limits", deployment().alone()),
                passes(
                        "the same in another unit",
                        deployment().with(REQUESTS + ".cpu", "1000m").alone()),
                fails("no limits", deployment().without(LIMITS).alone(), "no sensible bound for memory"),
                fails("no limit of cpu", deployment().without(LIMITS + ".cpu").alone(), "no sensible bound for cpu"),
                fails("no requests", deployment().without(REQUESTS).alone(), "asks for no cpu"),
                fails(
                        "no resources",
                        deployment().without(CONTAINER + "resources").alone(),
                        "asks for no memory"),
                fails(
                        "a request of nothing",
                        deployment().with(REQUESTS + ".memory", "0").alone(),
                        "asks for no memory"),
                fails(
                        "a request above the limit",
                        deployment().with(REQUESTS + ".memory", "1Gi").alone(),
                        "more memory than"),
                fails(
                        "a whole data centre",
                        deployment().with(LIMITS + ".memory", "512Gi").alone(),
                        "no sensible bound for memory"),
                fails("a hundred cores", deployment().with(LIMITS + ".cpu", 100).alone(), "no sensible bound for cpu"),
                fails("no quantity", deployment().with(LIMITS + ".cpu", "much").alone(), "no sensible bound for cpu"),
                fails(
                        "an initial container",
                        deployment().yaml(POD + "initContainers", "[{name: i}]").alone(),
                        "\"i\""),
                fails(
                        "no bound of its disk",
                        deployment().without(LIMITS + ".ephemeral-storage").alone(),
                        "disk"),
                unknown(
                        "a limit is not known yet",
                        deployment().unknown(LIMITS + ".cpu").alone()),
                notApplicable("no workload", stack()));
    }

    @Test
    void theBoundIsAParameter() {
        ContainerResourcesAreBounded policy = new ContainerResourcesAreBounded();
        Policy strict = policy.with(Arguments.of(policy.parameters(), Map.of("maxMemoryMebibytes", 256)));
        assertThat(new Evaluator(List.of(strict))
                        .judge(deployment().alone().build())
                        .get(0)
                        .verdict()
                        .kind())
                .isEqualTo(Verdict.Kind.FAIL);
    }
}
