package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Value;
import java.util.List;

@PolicyInfo(
        title = "What a database holds and logs outlives it",
        severity = Severity.HIGH,
        rows = {Row.X6},
        controls = {"NIST 800-53 CP-9", "HIPAA 164.308(a)(7)(ii)(A)", "SOC 2 A1.2", "GDPR 32(1)(c)"},
        why = "A database without copies is lost by one mistaken change, and with its logs the trace of who made it.",
        remedy = "Protect it from deletion, keep backups for a week and a last snapshot, and export its logs.",
        snippet =
                "InstanceArgs.builder().deletionProtection(true).backupRetentionPeriod(7).enabledCloudwatchLogsExports(\"postgresql\")")
public final class DatabaseIsKept implements SettingsPolicy {
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final int LEAST_DAYS = 7;
    private static final List<Setting> SETTINGS = List.of(
            saved(INSTANCE),
            saved(CLUSTER),
            backedUp(INSTANCE),
            backedUp(CLUSTER),
            locked(INSTANCE),
            locked(CLUSTER),
            new Setting(
                    Property.of(INSTANCE, "enabledCloudwatchLogsExports"),
                    Value::hasItems,
                    "keeps its logs where they are lost with it: enabledCloudwatchLogsExports is empty"));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    private static Setting saved(String type) {
        return new Setting(
                Property.of(type, "skipFinalSnapshot"),
                value -> value.isTrue().not(),
                "leaves nothing behind when it is deleted: skipFinalSnapshot is true");
    }

    private static Setting backedUp(String type) {
        return new Setting(
                Property.of(type, "backupRetentionPeriod"),
                value -> value.atLeast(LEAST_DAYS),
                "keeps backups for less than a week: backupRetentionPeriod");
    }

    private static Setting locked(String type) {
        return new Setting(
                Property.of(type, "deletionProtection"),
                Value::isTrue,
                "can be deleted by any change: deletionProtection is not true");
    }
}
