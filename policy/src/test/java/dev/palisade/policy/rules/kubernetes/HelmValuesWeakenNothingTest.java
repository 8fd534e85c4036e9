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

class HelmValuesWeakenNothingTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new HelmValuesWeakenNothing();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a text that a template takes for true",
                        Manifest.of("kubernetes:helm.sh/v3:Release", "r", "{values: {hostNetwork: 'no'}}")
                                .alone(),
                        "hostNetwork"),
                passes(
                        "a text that says no",
                        Manifest.of(
                                        "kubernetes:helm.sh/v3:Release",
                                        "r",
                                        "{values: {hostNetwork: 'false', privileged: ''}}")
                                .alone()),
                fails(
                        "an administrator's role",
                        Manifest.of("kubernetes:helm.sh/v3:Release", "r", "{values: {rbac: {clusterAdmin: true}}}")
                                .alone(),
                        "clusterAdmin"),
                passes(
                        "an image of AWS's",
                        stack(release()
                                .set("values.image.repository", "public.ecr.aws/eks/aws-load-balancer-controller"))),
                fails(
                        "an image from elsewhere",
                        stack(release().set("values.image.repository", "docker.io/acme/controller")),
                        "image.repository"),
                fails("the newest image", stack(release().set("values.image.tag", "latest")), "image.tag"),
                fails(
                        "a directory of the node",
                        stack(release().set("values.extraVolumes", List.of(Map.of("hostPath", Map.of("path", "/"))))),
                        "hostPath"),
                fails("an entrance", stack(release().set("values.service.type", "LoadBalancer")), "service.type"),
                fails(
                        "no check of certificates",
                        stack(release().set("values.extraArgs", List.of("--insecure-skip-tls-verify"))),
                        "extraArgs"),
                passes(
                        "ordinary values",
                        stack(release()
                                .set(
                                        "values",
                                        Map.of(
                                                "replicaCount",
                                                2,
                                                "enableWafv2",
                                                false,
                                                "serviceAccount",
                                                Map.of("automountServiceAccountToken", true))))),
                passes("none", stack(release())),
                fails("the node's network", stack(release().set("values.hostNetwork", true)), "values.hostNetwork"),
                fails(
                        "privileged, deep inside",
                        stack(release()
                                .set(
                                        "values.sidecars",
                                        List.of(Map.of("securityContext", Map.of("privileged", true))))),
                        "privileged"),
                fails("root", stack(release().set("values.podSecurityContext.runAsUser", 0)), "runAsUser"),
                fails(
                        "an admission that may be passed by",
                        stack(release().set("values.webhook.failurePolicy", "Ignore")),
                        "failurePolicy"),
                fails(
                        "the firewall in the controller's hands",
                        stack(release().set("values.enableWafv2", true)),
                        "enableWafv2"),
                unknown("not known yet", stack(release().unknown("values"))),
                notApplicable("no release", stack()));
    }

    private static ResourceBuilder release() {
        return resource("kubernetes:helm.sh/v3:Release", "controller");
    }
}
