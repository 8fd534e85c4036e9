package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.networkPolicy;
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

class NetworkPolicyRestrictsEgressTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkPolicyRestrictsEgress();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("DNS and the database", networkPolicy().alone()),
                passes("nothing", Compliant.defaultDeny().alone()),
                fails(
                        "a shell",
                        networkPolicy().with("spec.egress[1].ports[0].port", 22).alone(),
                        "not known"),
                fails(
                        "any port",
                        networkPolicy().without("spec.egress[1].ports[0].port").alone(),
                        "not known"),
                fails(
                        "any resolver",
                        networkPolicy()
                                .yaml("spec.egress[0].to", "[{ipBlock: {cidr: 0.0.0.0/0}}]")
                                .alone(),
                        "resolvers"),
                fails(
                        "any pod of the system",
                        networkPolicy()
                                .without("spec.egress[0].to[0].podSelector")
                                .alone(),
                        "resolvers"),
                fails(
                        "a pod that calls itself DNS",
                        networkPolicy()
                                .without("spec.egress[0].to[0].namespaceSelector")
                                .alone(),
                        "resolvers"),
                fails(
                        "a second resolver",
                        networkPolicy()
                                .yaml("spec.egress[0].to[1]", "{ipBlock: {cidr: 8.8.8.8/32}}")
                                .alone(),
                        "resolvers"),
                unknown(
                        "not known yet",
                        networkPolicy().unknown("spec.egress[0].to").alone()),
                notApplicable("no policy", stack()));
    }

    @Test
    void thePortsAreAParameter() {
        NetworkPolicyRestrictsEgress policy = new NetworkPolicyRestrictsEgress();
        Policy strict = policy.with(Arguments.of(policy.parameters(), Map.of("allowedEgressPorts", List.of("53"))));
        assertThat(new Evaluator(List.of(strict))
                        .judge(networkPolicy().alone().build())
                        .get(0)
                        .verdict()
                        .kind())
                .isEqualTo(Verdict.Kind.FAIL);
    }
}
