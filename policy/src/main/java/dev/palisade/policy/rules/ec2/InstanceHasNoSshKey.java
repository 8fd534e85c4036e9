package dev.palisade.policy.rules.ec2;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Nodes have no SSH key",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.A4},
        controls = {"CIS EKS 5.4.4", "NIST 800-53 AC-17", "PCI DSS 8.2.1", "SOC 2 CC6.1"},
        why = "A key pair is a shared, unlogged account on every node.",
        remedy = "Leave the key out; Session Manager gives a logged shell where one is needed.",
        snippet = "LaunchTemplateArgs.builder() // without keyName")
public final class InstanceHasNoSshKey implements ResourcePolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final String PAIR = "aws:ec2/keyPair:KeyPair";
    private static final Property TEMPLATE_KEY = Property.of(TEMPLATE, "keyName");
    private static final Property INSTANCE_KEY = Property.of(INSTANCE, "keyName");

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE, INSTANCE, PAIR);
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(PAIR)) {
            return Verdict.fail("is an SSH key, for which no node has a use");
        }
        Value key = resource.get(resource.is(TEMPLATE) ? TEMPLATE_KEY : INSTANCE_KEY);
        return Verdict.require(key.matches(name -> !name.isEmpty()).not(), "has an SSH key: keyName is set");
    }
}
