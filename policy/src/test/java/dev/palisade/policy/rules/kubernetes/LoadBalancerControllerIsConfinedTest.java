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

class LoadBalancerControllerIsConfinedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LoadBalancerControllerIsConfined();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("as the platform has it", stack(controller())),
                fails(
                        "the firewall in its hands, by default",
                        stack(controller().unset("values.enableWafv2")),
                        "enableWafv2"),
                fails("the firewall in its hands", stack(controller().set("values.enableWaf", true)), "enableWaf"),
                fails(
                        "Services changed on the way",
                        stack(controller().unset("values.enableServiceMutatorWebhook")),
                        "enableServiceMutatorWebhook"),
                fails("no region of AWS", stack(controller().set("values.region", "EU-CENTRAL-1")), "values.region"),
                fails(
                        "one namespace alone",
                        stack(controller().set("values.watchNamespace", "kube-system")),
                        "watchNamespace"),
                fails("any network", stack(controller().set("values.vpcId", "*")), "values.vpcId"),
                fails("any cluster", stack(controller().unset("values.clusterName")), "clusterName"),
                fails(
                        "the nodes' rights",
                        stack(controller().unset("values.serviceAccount.annotations")),
                        "nodes' rights"),
                fails("one alone", stack(controller().set("values.replicaCount", 1)), "single controller"),
                unknown("an answer from outputs", stack(controller().unknown("values.replicaCount"))),
                notApplicable(
                        "another chart",
                        stack(resource("kubernetes:helm.sh/v3:Release", "c").set("chart", "policy-controller"))));
    }

    private static ResourceBuilder controller() {
        return resource("kubernetes:helm.sh/v3:Release", "controller")
                .set("chart", "aws-load-balancer-controller")
                .set("values", Map.of("clusterName", "c", "region", "eu-central-1", "vpcId", "vpc-0a1b2c"))
                .set("values.enableShield", false)
                .set("values.enableWaf", false)
                .set("values.enableWafv2", false)
                .set("values.enableServiceMutatorWebhook", false)
                .set("values.replicaCount", 2)
                .set("values.serviceAccount", Map.of("name", "controller", "annotations", Map.of("role", "arn")));
    }
}
