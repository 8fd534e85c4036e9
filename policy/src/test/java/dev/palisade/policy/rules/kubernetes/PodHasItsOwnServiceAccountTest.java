package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class PodHasItsOwnServiceAccountTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodHasItsOwnServiceAccount();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "another by the field's old name",
                        with(deployment().with(POD + "serviceAccount", "default"), account()),
                        "two service accounts"),
                passes("its own", with(deployment(), account())),
                fails("none", with(deployment().without(POD + "serviceAccountName"), account()), "default"),
                fails(
                        "the default one",
                        with(deployment().with(POD + "serviceAccountName", "default"), account()),
                        "default"),
                fails("one that does not exist", deployment().alone(), "not in its namespace"),
                fails(
                        "one of another namespace",
                        with(deployment(), account().set("metadata.namespace", "other")),
                        "not in its namespace"),
                fails(
                        "secrets of AWS without a role",
                        with(deployment().yaml(POD + "volumes", SECRETS), account()),
                        "has no role"),
                passes(
                        "secrets of AWS with a role",
                        with(
                                deployment().yaml(POD + "volumes", SECRETS),
                                account()
                                        .set(
                                                "metadata.annotations",
                                                Map.of(
                                                        "eks.amazonaws.com/role-arn",
                                                        "arn:aws:iam::444455556666:role/x")))),
                fails("the account of another workload", beside(SHARED), "of another workload"),
                passes("each its own", beside(SHARED.replace("service}", "other}"))),
                passes("the same name in another namespace", beside(SHARED.replace("palisade", "other"))),
                unknown("not known yet", with(deployment().unknown(POD + "serviceAccountName"), account())),
                unknown(
                        "the account's name is not known yet",
                        with(deployment(), account().unknown("metadata.name"))),
                notApplicable("no workload", stack(account())));
    }

    private static final String SECRETS = "[{name: s, csi: {driver: secrets-store.csi.k8s.io}}]";

    private static final String SHARED =
            "{metadata: {name: debug, namespace: palisade}, spec: {serviceAccountName: service}}";

    private static StackBuilder beside(String pod) {
        return stack(
                deployment().resource(),
                account(),
                account("other", "palisade"),
                account("service", "other"),
                Manifest.of(Workloads.POD, "debug", pod).resource());
    }

    private static StackBuilder with(Manifest deployment, ResourceBuilder account) {
        return stack(deployment.resource(), account);
    }

    private static ResourceBuilder account() {
        return account("service", "palisade");
    }

    private static ResourceBuilder account(String name, String namespace) {
        return resource(ClusterObjects.SERVICE_ACCOUNT, namespace + "-" + name)
                .set("metadata.name", name)
                .set("metadata.namespace", namespace);
    }
}
