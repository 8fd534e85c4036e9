package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class HelmValuesHoldNoSecretTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new HelmValuesHoldNoSecret();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none", stack(release())),
                passes(
                        "a switch that is called after tokens",
                        stack(release().set("values.serviceAccount.automountServiceAccountToken", true))),
                fails("a password", stack(release().set("values.adminPassword", "hunter2")), "adminPassword"),
                fails(
                        "a password, deep inside",
                        stack(release().set("values.users", List.of(Map.of("adminPassword", "hunter2")))),
                        "users.adminPassword"),
                unknown("not known yet", stack(release().unknown("values"))),
                notApplicable("no release", stack()));
    }

    private static ResourceBuilder release() {
        return resource("kubernetes:helm.sh/v3:Release", "controller");
    }
}
