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

class DatabaseIsClosedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DatabaseIsClosed();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails("nothing left behind", stack(cluster().set("skipFinalSnapshot", true)), "skipFinalSnapshot"),
                fails(
                        "no corrections",
                        stack(database().set("autoMinorVersionUpgrade", false)),
                        "autoMinorVersionUpgrade"),
                passes(
                        "corrections, and a last snapshot",
                        stack(database().set("autoMinorVersionUpgrade", true).set("skipFinalSnapshot", false))),
                fails(
                        "clients without TLS",
                        stack(resource("aws:rds/parameterGroup:ParameterGroup", "p")
                                .set("parameters", List.of(Map.of("name", "rds.force_ssl", "value", "0")))),
                        "without TLS"),
                fails(
                        "a cluster's clients without TLS",
                        stack(resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "p")
                                .set(
                                        "parameters",
                                        List.of(Map.of("name", "require_secure_transport", "value", "off")))),
                        "without TLS"),
                passes(
                        "other parameters",
                        stack(resource("aws:rds/parameterGroup:ParameterGroup", "p")
                                .set("parameters", List.of(Map.of("name", "log_connections", "value", "0"))))),
                fails("one zone", stack(database().unset("multiAz")), "multiAz"),
                fails(
                        "no logs",
                        stack(database().unset("enabledCloudwatchLogsExports")),
                        "enabledCloudwatchLogsExports"),
                passes("closed", stack(database())),
                passes("a cluster", stack(cluster())),
                fails("plain", stack(database().unset("storageEncrypted")), "storageEncrypted"),
                fails("public", stack(database().set("publiclyAccessible", true)), "publiclyAccessible"),
                fails("a password", stack(database().secret("password", "hunter2")), "password"),
                fails("a cluster's password", stack(cluster().set("masterPassword", "x")), "password"),
                fails("no backups", stack(database().set("backupRetentionPeriod", 0)), "backupRetentionPeriod"),
                fails("no protection", stack(cluster().unset("deletionProtection")), "deletionProtection"),
                unknown("not known yet", stack(database().unknown("storageEncrypted"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder database() {
        return kept(resource("aws:rds/instance:Instance", "main"))
                .set("multiAz", true)
                .set("enabledCloudwatchLogsExports", List.of("postgresql"));
    }

    private static ResourceBuilder cluster() {
        return kept(resource("aws:rds/cluster:Cluster", "x"));
    }

    private static ResourceBuilder kept(ResourceBuilder database) {
        return database.set("storageEncrypted", true)
                .set("backupRetentionPeriod", 7)
                .set("deletionProtection", true);
    }
}
