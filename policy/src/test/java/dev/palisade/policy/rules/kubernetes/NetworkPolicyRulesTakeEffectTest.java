package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.networkPolicy;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class NetworkPolicyRulesTakeEffectTest implements PolicyCases {
    private static final String PORT = "spec.ingress[0].ports[0].port";

    @Override
    public Policy policy() {
        return new NetworkPolicyRulesTakeEffect();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both directions", networkPolicy().alone()),
                passes(
                        "the directions of its rules",
                        networkPolicy().without("spec.policyTypes").alone()),
                passes("nothing at all", Compliant.defaultDeny().alone()),
                passes("a port by its name", networkPolicy().with(PORT, "http").alone()),
                passes("a block with a hole", except("10.20.64.0/25")),
                fails("no spec", networkPolicy().without("spec").alone(), "no spec"),
                fails(
                        "one direction",
                        networkPolicy()
                                .with("spec.policyTypes", List.of("Ingress"))
                                .alone(),
                        "leaves Egress out"),
                fails(
                        "the other direction",
                        networkPolicy()
                                .with("spec.policyTypes", List.of("Egress"))
                                .alone(),
                        "leaves Ingress out"),
                fails("port 0", networkPolicy().with(PORT, 0).alone(), "that is none"),
                fails(
                        "a port beyond the last",
                        networkPolicy().with(PORT, 65536).alone(),
                        "that is none"),
                fails(
                        "a port of eight digits",
                        networkPolicy().with(PORT, 84430001).alone(),
                        "that is none"),
                fails("all of the block excepted", except("10.20.64.0/24"), "does not hold"),
                fails("more than the block excepted", except("0.0.0.0/0"), "does not hold"),
                fails("something else excepted", except("10.99.0.0/24"), "does not hold"),
                fails("no address excepted", except("nothing"), "does not hold"),
                unknown("a port from outputs", networkPolicy().unknown(PORT).alone()),
                unknown(
                        "the directions from outputs",
                        networkPolicy().unknown("spec.policyTypes").alone()),
                notApplicable("no policy", stack()));
    }

    private static StackBuilder except(String block) {
        return networkPolicy()
                .with("spec.egress[1].to[0].ipBlock.except", List.of(block))
                .alone();
    }
}
