package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ChartResourcesAreBoundedTest implements PolicyCases {
    private static final String WEBHOOK = "values.webhook.resources";

    @Override
    public Policy policy() {
        return new ChartResourcesAreBounded();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("each component", Compliant.policyController().alone()),
                passes(
                        "at the top",
                        release("{limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 100m, memory: 1Gi}}")
                                .alone()),
                fails("nothing", release("{}").alone(), "without a sensible bound for cpu"),
                fails("no values at all", release("{}").without("values").alone(), "without a sensible bound"),
                fails(
                        "one component without",
                        Compliant.policyController()
                                .without("values.leasescleanup.resources")
                                .alone(),
                        "without a sensible bound"),
                fails(
                        "no limit for memory",
                        Compliant.policyController()
                                .without(WEBHOOK + ".limits.memory")
                                .alone(),
                        "bound for memory"),
                fails(
                        "too high a limit",
                        Compliant.policyController()
                                .with(WEBHOOK + ".limits.memory", "1Ti")
                                .alone(),
                        "bound for memory"),
                fails(
                        "no request",
                        Compliant.policyController()
                                .without(WEBHOOK + ".requests")
                                .alone(),
                        "asks for no cpu"),
                fails(
                        "a request above the limit",
                        Compliant.policyController()
                                .with(WEBHOOK + ".requests.cpu", "2")
                                .alone(),
                        "more than its limit"),
                unknown(
                        "values from outputs",
                        Compliant.policyController().unknown("values").alone()),
                unknown(
                        "a limit from outputs",
                        Compliant.policyController()
                                .unknown(WEBHOOK + ".limits.cpu")
                                .alone()),
                notApplicable("no chart", stack()));
    }

    private static Manifest release(String resources) {
        return Manifest.of(
                "kubernetes:helm.sh/v3:Release", "r", "values: {replicaCount: 2, resources: " + resources + "}");
    }
}
