package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class PodVolumesAreRestrictedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodVolumesAreRestricted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a secret as the API gives it", secret("{secretName: s, defaultMode: 420}")),
                passes("a secret for its user alone", secret("{secretName: s, defaultMode: 256}")),
                fails("a secret that everybody writes", secret("{secretName: s, defaultMode: 511}"), "defaultMode"),
                fails(
                        "a raw disk",
                        Manifest.of(
                                        "kubernetes:core/v1:Pod",
                                        "p",
                                        "spec: {containers: [{name: c, volumeDevices: [{name: d, devicePath: /dev/xvdf}]}]}")
                                .alone(),
                        "volumeDevices"),
                fails(
                        "a mount over the image's settings",
                        Manifest.of(
                                        "kubernetes:core/v1:Pod",
                                        "p",
                                        "spec: {containers: [{name: c, volumeMounts: [{name: d, mountPath: /etc}]}]}")
                                .alone(),
                        "mountPath"),
                fails(
                        "a driver of others",
                        Manifest.of(
                                        "kubernetes:core/v1:Pod",
                                        "p",
                                        "spec: {volumes: [{name: d, csi: {driver: host.example.com}}]}")
                                .alone(),
                        "csi.driver"),
                passes("an emptyDir", deployment().alone()),
                passes("no volume", deployment().without(POD + "volumes").alone()),
                passes(
                        "a secret",
                        deployment()
                                .yaml(POD + "volumes[0]", "{name: s, secret: {secretName: s}}")
                                .alone()),
                fails(
                        "a path of the node",
                        deployment()
                                .yaml(POD + "volumes[1]", "{name: h, hostPath: {path: /}}")
                                .alone(),
                        "\"h\" is of the kind hostPath"),
                fails(
                        "a kind of old",
                        deployment()
                                .yaml(POD + "volumes[0]", "{name: g, gitRepo: {repository: x}}")
                                .alone(),
                        "gitRepo"),
                fails(
                        "NFS",
                        deployment()
                                .yaml(POD + "volumes[0]", "{name: n, nfs: {server: x, path: /}}")
                                .alone(),
                        "nfs"),
                fails(
                        "a mount that comes through to the node",
                        deployment()
                                .with(CONTAINER + "volumeMounts[0].mountPropagation", "Bidirectional")
                                .alone(),
                        "Bidirectional"),
                unknown(
                        "the volumes are not known yet",
                        deployment().unknown(POD + "volumes").alone()),
                unknown(
                        "a volume is not known yet",
                        deployment().unknown(POD + "volumes[0]").alone()),
                notApplicable("no workload", stack()));
    }

    private static StackBuilder secret(String secret) {
        return Manifest.of(
                        Workloads.POD,
                        "p",
                        "{spec: {containers: [{name: c}], volumes: [{name: s, secret: " + secret + "}]}}")
                .alone();
    }
}
