package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Value;
import java.util.Set;

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
public final class DatabaseIsClosed implements ResourcePolicy {
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final Property ENCRYPTED = Property.of(INSTANCE, "storageEncrypted");
    private static final Property PUBLIC = Property.of(INSTANCE, "publiclyAccessible");
    private static final Property PASSWORD = Property.of(INSTANCE, "password");
    private static final Property KEPT = Property.of(INSTANCE, "backupRetentionPeriod");
    private static final Property LOCKED = Property.of(INSTANCE, "deletionProtection");
    private static final Property UNSAVED = Property.of(INSTANCE, "skipFinalSnapshot");
    private static final Property PATCHED = Property.of(INSTANCE, "autoMinorVersionUpgrade");
    private static final Property ZONES = Property.of(INSTANCE, "multiAz");
    private static final Property LOGS = Property.of(INSTANCE, "enabledCloudwatchLogsExports");
    private static final Property CLUSTER_UNSAVED = Property.of(CLUSTER, "skipFinalSnapshot");
    private static final Property CLUSTER_KEPT = Property.of(CLUSTER, "backupRetentionPeriod");
    private static final Property CLUSTER_LOCKED = Property.of(CLUSTER, "deletionProtection");
    private static final Property CLUSTER_ENCRYPTED = Property.of(CLUSTER, "storageEncrypted");
    private static final Property CLUSTER_PASSWORD = Property.of(CLUSTER, "masterPassword");

    private static final String GROUP = "aws:rds/parameterGroup:ParameterGroup";
    private static final String CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
    private static final Property PARAMETERS = Property.of(GROUP, "parameters");
    private static final Property PARAMETER = Property.of(GROUP, "parameters[].name");
    private static final Property SETTING = Property.of(GROUP, "parameters[].value");
    private static final Property CLUSTER_PARAMETERS = Property.of(CLUSTER_GROUP, "parameters");
    private static final Property CLUSTER_PARAMETER = Property.of(CLUSTER_GROUP, "parameters[].name");
    private static final Property CLUSTER_SETTING = Property.of(CLUSTER_GROUP, "parameters[].value");

    @Override
    public Set<String> types() {
        return Set.of(INSTANCE, CLUSTER, PARAMETERS.type(), CLUSTER_PARAMETERS.type());
    }

    @Override
    public Verdict check(Resource database) {
        if (database.is(GROUP)) {
            return demandsTls(database.get(PARAMETERS), PARAMETER, SETTING);
        }
        if (database.is(CLUSTER_GROUP)) {
            return demandsTls(database.get(CLUSTER_PARAMETERS), CLUSTER_PARAMETER, CLUSTER_SETTING);
        }
        boolean instance = database.is(INSTANCE);
        Value kept = database.get(instance ? KEPT : CLUSTER_KEPT);
        Value locked = database.get(instance ? LOCKED : CLUSTER_LOCKED);
        return Verdict.require(
                        database.get(instance ? ENCRYPTED : CLUSTER_ENCRYPTED).isTrue(), "storageEncrypted is not true")
                .and(Verdict.require(
                        database.get(instance ? PASSWORD : CLUSTER_PASSWORD)
                                .isPresent()
                                .not(),
                        "has its password in the program"))
                .and(Verdict.require(
                        database.get(instance ? UNSAVED : CLUSTER_UNSAVED)
                                .isTrue()
                                .not(),
                        "leaves nothing behind when it is deleted: skipFinalSnapshot is true"))
                .and(Verdict.require(kept.atLeast(7), "keeps backups for less than a week: backupRetentionPeriod"))
                .and(Verdict.require(locked.isTrue(), "can be deleted by any change: deletionProtection is not true"))
                .and(instance ? instanceAlone(database) : Verdict.PASS);
    }

    private static Verdict instanceAlone(Resource database) {
        return Verdict.require(database.get(PUBLIC).isTrue().not(), "publiclyAccessible is true")
                .and(Verdict.require(
                        database.get(PATCHED).is("false").not(),
                        "gets no corrections: autoMinorVersionUpgrade is false"))
                .and(Verdict.require(
                        database.get(LOGS).hasItems(),
                        "keeps its logs where they are lost with it: enabledCloudwatchLogsExports is empty"))
                .and(Verdict.require(
                        database.get(ZONES)
                                .isTrue()
                                .or(Truth.of(Urn.parse(database.urn()).stack().startsWith("dev"))),
                        "falls with its zone: multiAz is not true"));
    }

    private static Verdict demandsTls(Value parameters, Property name, Property value) {
        return Verdict.require(
                parameters
                        .any(one -> one.get(name)
                                .isOneOf("rds.force_ssl", "require_secure_transport")
                                .and(one.get(value).matches(set -> "0".equals(set) || "OFF".equalsIgnoreCase(set))))
                        .not(),
                "lets clients in without TLS: rds.force_ssl or require_secure_transport is off");
    }
}
