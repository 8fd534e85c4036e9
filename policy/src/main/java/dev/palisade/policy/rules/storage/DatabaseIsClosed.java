package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.Property;
import java.util.List;

@PolicyInfo(
        title = "Databases are encrypted, private, and keep their password in Secrets Manager",
        severity = Severity.HIGH,
        rows = {Row.C5, Row.X6, Row.A2},
        controls = {
            "CIS AWS 2.2.1",
            "CIS AWS 2.2.3",
            "NIST 800-53 SC-28(1)",
            "PCI DSS 1.4.4",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub RDS.2",
            "Security Hub RDS.3"
        },
        why = "The database holds what everything else protects.",
        remedy = "Encrypt the storage, keep it off the internet and let RDS manage the password.",
        snippet =
                "InstanceArgs.builder().storageEncrypted(true).publiclyAccessible(false).manageMasterUserPassword(true)")
public final class DatabaseIsClosed implements SettingsPolicy {
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final List<Setting> SETTINGS = List.of(
            Setting.on(INSTANCE, "storageEncrypted"),
            Setting.on(CLUSTER, "storageEncrypted"),
            Setting.off(INSTANCE, "publiclyAccessible"),
            elsewhere(INSTANCE, "password"),
            elsewhere(CLUSTER, "masterPassword"),
            new Setting(
                    Property.of(INSTANCE, "autoMinorVersionUpgrade"),
                    value -> value.is("false").not(),
                    "gets no corrections: autoMinorVersionUpgrade is false"));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    private static Setting elsewhere(String type, String path) {
        return new Setting(
                Property.of(type, path), password -> password.isPresent().not(), "has its password in the program");
    }
}
