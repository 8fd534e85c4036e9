package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class PodSetsOnlySafeSysctlsTest implements PolicyCases {
    private static final String SYSCTLS = POD + "securityContext.sysctls";

    @Override
    public Policy policy() {
        return new PodSetsOnlySafeSysctls();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none", deployment().alone()),
                passes(
                        "a safe one",
                        deployment()
                                .yaml(SYSCTLS, "[{name: net.ipv4.tcp_syncookies, value: '1'}]")
                                .alone()),
                fails(
                        "one that is not",
                        deployment()
                                .yaml(SYSCTLS, "[{name: kernel.msgmax, value: '65536'}]")
                                .alone(),
                        "kernel parameter"),
                fails(
                        "one without a name",
                        deployment().yaml(SYSCTLS, "[{value: '1'}]").alone(),
                        "kernel parameter"),
                unknown("it is not known yet", deployment().unknown(SYSCTLS).alone()),
                notApplicable("no workload", stack()));
    }
}
