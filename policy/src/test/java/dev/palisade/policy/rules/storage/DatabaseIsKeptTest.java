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

class DatabaseIsKeptTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DatabaseIsKept();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("kept", stack(database())),
                passes("a cluster", stack(cluster())),
                passes("a last snapshot", stack(database().set("skipFinalSnapshot", false))),
                fails("nothing left behind", stack(database().set("skipFinalSnapshot", true)), "skipFinalSnapshot"),
                fails(
                        "nothing left of a cluster",
                        stack(cluster().set("skipFinalSnapshot", true)),
                        "skipFinalSnapshot"),
                fails("no backups", stack(database().set("backupRetentionPeriod", 0)), "backupRetentionPeriod"),
                fails("a cluster's for a day", stack(cluster().set("backupRetentionPeriod", 1)), "less than a week"),
                fails("no protection", stack(database().unset("deletionProtection")), "deletionProtection"),
                fails(
                        "a cluster without protection",
                        stack(cluster().unset("deletionProtection")),
                        "deletionProtection"),
                fails(
                        "no logs",
                        stack(database().unset("enabledCloudwatchLogsExports")),
                        "enabledCloudwatchLogsExports"),
                unknown("not known yet", stack(database().unknown("deletionProtection"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder database() {
        return kept(resource("aws:rds/instance:Instance", "main"))
                .set("enabledCloudwatchLogsExports", List.of("postgresql"));
    }

    private static ResourceBuilder cluster() {
        return kept(resource("aws:rds/cluster:Cluster", "x"));
    }

    private static ResourceBuilder kept(ResourceBuilder database) {
        return database.set("backupRetentionPeriod", 7).set("deletionProtection", true);
    }
}
