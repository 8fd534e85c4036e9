package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.Property;
import java.util.List;

@PolicyInfo(
        title = "Parameters of databases do not let clients in without TLS",
        severity = Severity.HIGH,
        rows = {Row.X5},
        controls = {"NIST 800-53 SC-8(1)", "PCI DSS 4.2.1", "HIPAA 164.312(e)(1)", "SOC 2 CC6.7"},
        why = "A client that may talk in plain text sends the password and the data so that the network can read them.",
        remedy = "Leave rds.force_ssl and require_secure_transport on.",
        snippet = "ParameterGroupParameterArgs.builder().name(\"rds.force_ssl\").value(\"1\")")
public final class DatabaseDemandsTls implements SettingsPolicy {
    private static final String GROUP = "aws:rds/parameterGroup:ParameterGroup";
    private static final Property NAME = Property.of(GROUP, "parameters[].name");
    private static final Property VALUE = Property.of(GROUP, "parameters[].value");
    private static final String CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
    private static final Property CLUSTER_NAME = Property.of(CLUSTER_GROUP, "parameters[].name");
    private static final Property CLUSTER_VALUE = Property.of(CLUSTER_GROUP, "parameters[].value");
    private static final List<Setting> SETTINGS =
            List.of(demanded(GROUP, NAME, VALUE), demanded(CLUSTER_GROUP, CLUSTER_NAME, CLUSTER_VALUE));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    private static Setting demanded(String group, Property name, Property value) {
        return new Setting(
                Property.of(group, "parameters"),
                parameters -> parameters
                        .any(one -> one.get(name)
                                .isOneOf("rds.force_ssl", "require_secure_transport")
                                .and(one.get(value).matches(set -> "0".equals(set) || "OFF".equalsIgnoreCase(set))))
                        .not(),
                "lets clients in without TLS: rds.force_ssl or require_secure_transport is off");
    }
}
