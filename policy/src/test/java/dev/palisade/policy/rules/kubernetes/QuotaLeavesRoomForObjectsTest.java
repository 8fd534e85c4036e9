package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class QuotaLeavesRoomForObjectsTest implements PolicyCases {
    private static final String DEPLOYMENT = "{metadata: {namespace: n}}";

    @Override
    public Policy policy() {
        return new QuotaLeavesRoomForObjects();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "room for one more",
                        quota("{count/deployments.apps: '2'}", object(Workloads.DEPLOYMENT, DEPLOYMENT))),
                passes(
                        "what is elsewhere",
                        quota(
                                "{count/deployments.apps: '0'}",
                                object(Workloads.DEPLOYMENT, "{metadata: {namespace: m}}"))),
                passes("none of what nobody makes", quota("{services.nodeports: '0', persistentvolumeclaims: '0'}")),
                fails(
                        "no deployment",
                        quota("{count/deployments.apps: 0}", object(Workloads.DEPLOYMENT, DEPLOYMENT)),
                        "count/deployments.apps"),
                fails(
                        "no policy",
                        quota(
                                "{count/networkpolicies.networking.k8s.io: '0'}",
                                object(ClusterObjects.NETWORK_POLICY, DEPLOYMENT)),
                        "fewer than the 1"),
                fails("no Service", quota("{services: '0'}", object(ClusterObjects.SERVICE, DEPLOYMENT)), "services"),
                fails("no map of the cluster's", quota("{configmaps: '0'}"), "configmaps"),
                fails(
                        "no secret that is synced",
                        quota(
                                "{count/secrets: '0'}",
                                object(
                                        SecretSources.CLASS,
                                        "{metadata: {namespace: n}, spec: {secretObjects: [{secretName: s}]}}")),
                        "count/secrets"),
                fails(
                        "no secret of a release",
                        quota("{secrets: '0'}", object("kubernetes:helm.sh/v3:Release", "{namespace: n}")),
                        "secrets"),
                fails("a word for a count", quota("{configmaps: many}"), "configmaps"),
                unknown(
                        "a count from outputs",
                        Manifest.of(ClusterObjects.QUOTA, "q", "{metadata: {namespace: n}, spec: {hard: {}}}")
                                .unknown("spec.hard.configmaps")
                                .alone()),
                notApplicable("no quota", stack()));
    }

    private static StackBuilder quota(String hard, ResourceBuilder... objects) {
        return stack(objects)
                .with(object(ClusterObjects.QUOTA, "{metadata: {namespace: n}, spec: {hard: " + hard + "}}"));
    }

    private static ResourceBuilder object(String type, String yaml) {
        return Manifest.of(type, "o", yaml).resource();
    }
}
