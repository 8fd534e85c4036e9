package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** Options stand outside of what a policy can read as properties, so what they hide no other policy can see. */
@PolicyInfo(
        title = "Pulumi's options hide no change and leave nothing to others",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.C2},
        controls = {"NIST 800-53 CM-3", "NIST 800-53 CM-6", "PCI DSS 6.5.1", "SOC 2 CC8.1"},
        why =
                "With ignoreChanges a weakness made by hand stays for ever, with retainOnDelete a resource goes on without an owner, and what is only read is never put right.",
        remedy =
                "Ignore only what another controller owns (replicas, desiredSize), delete what is not needed, and make what is needed.",
        snippet = "CustomResourceOptions.builder().ignoreChanges(\"scalingConfig.desiredSize\")")
public final class OptionsHideNoChange implements StackPolicy {
    /** What something else than the program owns once the resource runs, by the last name of the path. */
    private static final Set<String> OWNED_BY_OTHERS = Set.of(
            "replicas",
            "desiredSize",
            "desiredCapacity",
            // pulumi-eks ignores it by itself; a remediation switches the permission off.
            "bootstrapClusterCreatorAdminPermissions",
            "bootstrapSelfManagedAddons");

    /** What many stacks share, or an account has once: it may be there before the stack. */
    private static final Set<String> SHARED = Set.of(
            "pulumi:pulumi:StackReference",
            "aws:route53/zone:Zone",
            "aws:acm/certificate:Certificate",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
            "aws:iam/policy:Policy");

    /** Options of the provider for Kubernetes: not to look whether it runs, and to overrule whoever owns a field. */
    private static final List<String> ANNOTATIONS = List.of("pulumi.com/skipAwait", "pulumi.com/patchForce");

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource resource : graph.resources()) {
            if (!Urn.STACK_TYPE.equals(resource.type())) {
                verdict = verdict.and(judge(resource));
            }
        }
        return verdict;
    }

    private static Verdict judge(Resource resource) {
        Verdict verdict = Verdict.require(
                        Truth.of(!resource.options().retainOnDelete()),
                        resource + " stays behind when it is deleted: retainOnDelete")
                .and(Verdict.require(
                        Truth.of(!resource.options().external() || SHARED.contains(resource.type())),
                        resource + " is made and changed elsewhere, and only read here: external"));
        if (resource.type().startsWith("kubernetes:")) {
            Value annotations = resource.inputs().field("metadata").field("annotations");
            for (String annotation : ANNOTATIONS) {
                verdict = verdict.and(Verdict.require(
                        annotations.field(annotation).isTrue().not(),
                        resource + " hides that it fails, or what else changes it: " + annotation));
            }
        }
        for (String path : resource.options().ignoreChanges()) {
            verdict = verdict.and(Verdict.require(
                    Truth.of(OWNED_BY_OTHERS.contains(lastName(path))),
                    resource + " hides changes of " + path + ": ignoreChanges"));
        }
        return verdict;
    }

    private static String lastName(String path) {
        String plain = path.replaceAll("[\\[\\]\"]+$", "").replaceAll("[\\[\\]\"]+", ".");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
