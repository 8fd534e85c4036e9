package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Value;

/** Ids below 1000 belong to the system, in the image and on the node. */
@PolicyInfo(
        title = "Containers run with user and group ids of 1000 or more",
        severity = Severity.MEDIUM,
        rows = {Row.C1, Row.C2},
        controls = {"NIST 800-53 AC-6", "PCI DSS 7.2.2", "SOC 2 CC6.3"},
        why = "An id that the node knows too, root's above all, owns files there once the container breaks out.",
        remedy = "Name user and group by number, 1000 or more, in the pod's security context.",
        snippet = "PodSecurityContextArgs.builder().runAsUser(1000).runAsGroup(1000).fsGroup(1000)")
public final class PodRunsAsOrdinaryUser extends ContainerPolicy {
    private static final int FIRST = 1000;
    private static final int LAST = 65_535;
    private static final Property POD_USER = Property.of(Workloads.POD, "spec.securityContext.runAsUser");
    private static final Property POD_GROUP = Property.of(Workloads.POD, "spec.securityContext.runAsGroup");
    private static final Property FS_GROUP = Property.of(Workloads.POD, "spec.securityContext.fsGroup");
    private static final Property GROUPS = Property.of(Workloads.POD, "spec.securityContext.supplementalGroups");
    private static final Property USER = Property.of(Workloads.POD, "spec.containers[].securityContext.runAsUser");
    private static final Property GROUP = Property.of(Workloads.POD, "spec.containers[].securityContext.runAsGroup");

    @Override
    Verdict check(Container container) {
        Value fsGroup = container.pod().get(FS_GROUP);
        Value podUser = container.pod().get(POD_USER);
        Value podGroup = container.pod().get(POD_GROUP);
        return container
                .require(
                        container.get(USER, POD_USER).atLeast(FIRST),
                        "runs as a user that is not 1000 or above: runAsUser")
                .and(container.require(
                        container.get(GROUP, POD_GROUP).atLeast(FIRST),
                        "runs in a group that is not 1000 or above: runAsGroup"))
                .and(Verdict.require(
                        Paths.absentOr(podUser, podUser.atLeast(FIRST).and(podUser.atMost(LAST)))
                                .and(Paths.absentOr(
                                        podGroup, podGroup.atLeast(FIRST).and(podGroup.atMost(LAST)))),
                        "the pod lets containers that are added to it run as the system: runAsUser or runAsGroup"))
                .and(container.require(
                        container
                                .get(USER, POD_USER)
                                .atMost(LAST)
                                .and(container.get(GROUP, POD_GROUP).atMost(LAST)),
                        "runs as a user or in a group that Linux does not have: over 65535"))
                .and(Verdict.require(
                        Paths.absentOr(fsGroup, fsGroup.atLeast(FIRST).and(fsGroup.atMost(LAST)))
                                .and(container.pod().get(GROUPS).all(group -> group.atLeast(FIRST))),
                        "the pod joins a group that is not 1000 or above: fsGroup or supplementalGroups"));
    }
}
