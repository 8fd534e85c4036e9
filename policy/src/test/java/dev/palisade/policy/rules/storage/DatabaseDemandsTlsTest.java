package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class DatabaseDemandsTlsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DatabaseDemandsTls();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("other parameters", stack(instances("log_connections", "0"))),
                passes("TLS demanded", stack(instances("rds.force_ssl", "1"))),
                fails("clients without TLS", stack(instances("rds.force_ssl", "0")), "without TLS"),
                fails(
                        "a cluster's clients without TLS",
                        stack(with(
                                resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "p"),
                                "require_secure_transport",
                                "off")),
                        "without TLS"),
                unknown("not known yet", stack(instances("rds.force_ssl", "0").unknown("parameters"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder instances(String name, String value) {
        return with(resource("aws:rds/parameterGroup:ParameterGroup", "p"), name, value);
    }

    private static ResourceBuilder with(ResourceBuilder group, String name, String value) {
        return group.set("parameters", List.of(Map.of("name", name, "value", value)));
    }
}
