package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import java.util.List;

@PolicyInfo(
        title = "No network interface forwards the traffic of others",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(8)", "NIST 800-53 AC-4", "PCI DSS 1.4.1", "SOC 2 CC6.6"},
        why = "Without the check of source and destination an instance is a router that no route table tells of.",
        remedy = "Leave sourceDestCheck on; NAT gateways forward what has to be forwarded.",
        snippet = "NetworkInterfaceArgs.builder().sourceDestCheck(true)")
public final class InterfaceForwardsNoTraffic implements SettingsPolicy {
    @Override
    public List<Setting> settings() {
        return List.of(
                checked("aws:ec2/networkInterface:NetworkInterface"),
                checked("aws:ec2/instance:Instance"),
                checked("aws:ec2/spotInstanceRequest:SpotInstanceRequest"));
    }

    private static Setting checked(String type) {
        return new Setting(
                Property.of(type, "sourceDestCheck"),
                value -> value.isMissing() ? Truth.TRUE : value.isTrue(),
                "forwards what is not for it: sourceDestCheck is not true");
    }
}
