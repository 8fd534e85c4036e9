package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;

@PolicyInfo(
        title = "Pods set only sysctls that are safe",
        severity = Severity.MEDIUM,
        rows = Row.C2,
        controls = {"NIST 800-53 CM-7", "PCI DSS 2.2.6", "SOC 2 CC6.8"},
        why = "Other kernel parameters reach beyond the pod and can stop or open its node.",
        remedy = "Leave sysctls out.",
        snippet = "PodSecurityContextArgs.builder()")
public final class PodSetsOnlySafeSysctls extends PodPolicy {
    private static final Property SYSCTLS = Property.of(Workloads.POD, "spec.securityContext.sysctls");
    private static final Property NAME = Property.of(Workloads.POD, "spec.securityContext.sysctls[].name");

    @Override
    Verdict check(PodSpec pod) {
        return Verdict.require(
                pod.get(SYSCTLS).all(sysctl -> sysctl.get(NAME)
                        .isOneOf(
                                "kernel.shm_rmid_forced",
                                "net.ipv4.ip_local_port_range",
                                "net.ipv4.ip_unprivileged_port_start",
                                "net.ipv4.tcp_syncookies",
                                "net.ipv4.ping_group_range",
                                "net.ipv4.ip_local_reserved_ports",
                                "net.ipv4.tcp_keepalive_time",
                                "net.ipv4.tcp_fin_timeout",
                                "net.ipv4.tcp_keepalive_intvl",
                                "net.ipv4.tcp_keepalive_probes")),
                "sets a kernel parameter that is not safe: securityContext.sysctls");
    }
}
