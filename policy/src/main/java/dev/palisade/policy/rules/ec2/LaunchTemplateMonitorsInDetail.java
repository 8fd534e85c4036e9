package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Launch templates switch detailed monitoring on",
        severity = Severity.LOW,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4", "PCI DSS 10.4.1", "SOC 2 CC7.2"},
        why = "With a value every five minutes an alarm on exhausted nodes comes when they are gone.",
        remedy = "Enable monitoring.",
        snippet = "LaunchTemplateMonitoringArgs.builder().enabled(true)")
public final class LaunchTemplateMonitorsInDetail implements ResourcePolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final Property MONITORING = Property.of(TEMPLATE, "monitoring.enabled");

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE);
    }

    @Override
    public Verdict check(Resource template) {
        return Verdict.require(template.get(MONITORING).isTrue(), "monitoring.enabled is not true");
    }
}
