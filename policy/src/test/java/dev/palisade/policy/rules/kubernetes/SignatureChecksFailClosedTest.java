package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.policyController;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class SignatureChecksFailClosedTest implements PolicyCases {
    private static final String WEBHOOK = "values.webhook.";
    private static final String CONTEXT = WEBHOOK + "podSecurityContext.";

    @Override
    public Policy policy() {
        return new SignatureChecksFailClosed();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all is said", policyController().alone()),
                passes(
                        "by the chart's address",
                        policyController()
                                .with("chart", "oci://registry.example.com/charts/policy-controller")
                                .alone()),
                fails(
                        "its failure admits",
                        policyController()
                                .with(WEBHOOK + "failurePolicy", "Ignore")
                                .alone(),
                        "can't check"),
                fails(
                        "its failure is left to the chart",
                        policyController().without(WEBHOOK + "failurePolicy").alone(),
                        "can't check"),
                fails(
                        "other images are admitted",
                        policyController()
                                .with(WEBHOOK + "configData.no-match-policy", "allow")
                                .alone(),
                        "no policy is about"),
                fails(
                        "other images are left to the chart",
                        policyController().without(WEBHOOK + "configData").alone(),
                        "no policy is about"),
                fails(
                        "other namespaces",
                        policyController()
                                .with(WEBHOOK + "namespaceSelector.matchExpressions", List.of())
                                .alone(),
                        "other namespaces"),
                fails(
                        "one pod",
                        policyController().with(WEBHOOK + "replicaCount", 1).alone(),
                        "single pod"),
                fails(
                        "by a tag",
                        policyController()
                                .with(WEBHOOK + "image.version", "v0.13.1")
                                .alone(),
                        "no sha256"),
                fails(
                        "cleaned up by whatever is newest",
                        policyController().without("values.leasescleanup").alone(),
                        "no sha256"),
                fails(
                        "not confined",
                        policyController().without(CONTEXT + "enabled").alone(),
                        "not confined"),
                fails(
                        "as root",
                        policyController().without(CONTEXT + "runAsNonRoot").alone(),
                        "not confined"),
                fails(
                        "as whom the image says",
                        policyController().without(CONTEXT + "runAsUser").alone(),
                        "not confined"),
                fails(
                        "with escalation",
                        policyController()
                                .with(CONTEXT + "allowPrivilegeEscalation", true)
                                .alone(),
                        "not confined"),
                fails(
                        "with all system calls",
                        policyController().without(CONTEXT + "seccompProfile").alone(),
                        "not confined"),
                fails(
                        "with capabilities",
                        policyController()
                                .with(CONTEXT + "capabilities.drop", List.of())
                                .alone(),
                        "not confined"),
                unknown(
                        "values are not known yet",
                        policyController().unknown("values").alone()),
                notApplicable(
                        "another chart",
                        policyController().with("chart", "other").alone()));
    }
}
