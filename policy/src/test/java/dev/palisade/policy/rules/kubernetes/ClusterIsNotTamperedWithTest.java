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

class ClusterIsNotTamperedWithTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ClusterIsNotTamperedWith();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a question about every object",
                        Manifest.of(
                                        "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration",
                                        "w",
                                        "{webhooks: [{clientConfig: {service: {name: s}}, rules: [{resources: ['*']}]}]}")
                                .alone(),
                        "every kind"),
                passes("settings", stack(map("settings"))),
                passes(
                        "a priority",
                        stack(of("scheduling.k8s.io/v1:PriorityClass").set("value", 1000))),
                fails("the map of users", stack(map("aws-auth")), "aws-auth"),
                fails("addresses", stack(of("core/v1:Endpoints")), "nobody checks"),
                fails(
                        "a token",
                        stack(of("core/v1:Secret").set("type", "kubernetes.io/service-account-token")),
                        "never expires"),
                fails(
                        "the node's disk",
                        stack(of("core/v1:PersistentVolume").set("spec.hostPath.path", "/")),
                        "directory of its node"),
                fails(
                        "before all",
                        stack(of("scheduling.k8s.io/v1:PriorityClass").set("value", 2_000_000_000)),
                        "value"),
                fails("a webhook that is skipped", stack(hook(Map.of("failurePolicy", "Ignore"))), "failurePolicy"),
                fails(
                        "a webhook elsewhere",
                        stack(hook(Map.of("clientConfig", Map.of("url", "https://example.org")))),
                        "clientConfig.url"),
                fails(
                        "the resolver's file",
                        stack(map("coredns").set("metadata.namespace", "kube-system")),
                        "coredns or the like"),
                passes(
                        "a volume of EBS",
                        stack(of("core/v1:PersistentVolume").set("spec.csi.driver", "ebs.csi.aws.com"))),
                fails(
                        "somebody's file server",
                        stack(of("core/v1:PersistentVolume").set("spec.nfs.server", "10.0.0.1")),
                        "outside"),
                fails(
                        "a webhook that changes everything",
                        stack(hook(Map.of("rules", List.of(Map.of("resources", List.of("*")))))),
                        "every kind"),
                passes(
                        "a webhook for pods",
                        stack(hook(Map.of("rules", List.of(Map.of("resources", List.of("pods"))))))),
                unknown("a name from outputs", stack(of("core/v1:ConfigMap").unknown("metadata.name"))),
                notApplicable("nothing of the kind", stack()));
    }

    private static ResourceBuilder hook(Map<String, Object> hook) {
        return of("admissionregistration.k8s.io/v1:MutatingWebhookConfiguration")
                .set("webhooks", List.of(hook));
    }

    private static ResourceBuilder map(String name) {
        return of("core/v1:ConfigMap").set("metadata.name", name);
    }

    private static ResourceBuilder of(String kind) {
        return resource("kubernetes:" + kind, "x");
    }
}
