package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;

@PolicyInfo(
        title = "Pods share no namespace, port or process table with their node",
        severity = Severity.CRITICAL,
        rows = {Row.C2, Row.A4},
        controls = {
            "CIS EKS 4.2.2",
            "CIS EKS 4.2.3",
            "CIS EKS 4.2.4",
            "NIST 800-53 SC-39",
            "NIST 800-53 SC-7",
            "PCI DSS 2.2.3",
            "SOC 2 CC6.6"
        },
        why =
                "On the node's network no network policy holds and the node's credentials are one request away; in its process table every secret can be read.",
        remedy =
                "Leave hostNetwork, hostPID, hostIPC, shareProcessNamespace and hostPort out; a Service leads to the pods.",
        snippet = "PodSpecArgs.builder().hostNetwork(false).hostPID(false).hostIPC(false)")
public final class PodSharesNothingWithItsNode extends PodPolicy {
    private static final Property NETWORK = Property.of(Workloads.POD, "spec.hostNetwork");
    private static final Property PID = Property.of(Workloads.POD, "spec.hostPID");
    private static final Property IPC = Property.of(Workloads.POD, "spec.hostIPC");
    private static final Property PROCESSES = Property.of(Workloads.POD, "spec.shareProcessNamespace");
    private static final Property USERS = Property.of(Workloads.POD, "spec.hostUsers");
    private static final Property PORTS = Property.of(Workloads.POD, "spec.containers[].ports");
    private static final Property HOST_PORT = Property.of(Workloads.POD, "spec.containers[].ports[].hostPort");

    @Override
    Verdict check(PodSpec pod) {
        Verdict verdict = Verdict.PASS;
        for (Property shared : List.of(NETWORK, PID, IPC, PROCESSES, USERS)) {
            verdict = verdict.and(Verdict.require(
                    Paths.isOff(pod.get(shared)),
                    "shares with others what is its own: " + shared.path().get(1) + " is true"));
        }
        for (Container container : pod.containers()) {
            verdict = verdict.and(container.require(
                    container.get(PORTS).all(PodSharesNothingWithItsNode::isOwn), "listens on its node: hostPort"));
        }
        return verdict;
    }

    /** Zero is how the API says "none". */
    private static Truth isOwn(Value port) {
        return Paths.absentOr(port.get(HOST_PORT), port.get(HOST_PORT).is("0"));
    }
}
