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

class DatabaseIsClosedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DatabaseIsClosed();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("closed", stack(database())),
                passes("a cluster", stack(cluster())),
                passes("corrections", stack(database().set("autoMinorVersionUpgrade", true))),
                fails(
                        "no corrections",
                        stack(database().set("autoMinorVersionUpgrade", false)),
                        "autoMinorVersionUpgrade"),
                fails("plain", stack(database().unset("storageEncrypted")), "storageEncrypted"),
                fails("a plain cluster", stack(cluster().set("storageEncrypted", false)), "storageEncrypted"),
                fails("public", stack(database().set("publiclyAccessible", true)), "publiclyAccessible"),
                fails("a password", stack(database().secret("password", "hunter2")), "password"),
                fails("a cluster's password", stack(cluster().set("masterPassword", "x")), "password"),
                unknown("not known yet", stack(database().unknown("storageEncrypted"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder database() {
        return resource("aws:rds/instance:Instance", "main").set("storageEncrypted", true);
    }

    private static ResourceBuilder cluster() {
        return resource("aws:rds/cluster:Cluster", "x").set("storageEncrypted", true);
    }
}
