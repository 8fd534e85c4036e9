package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class StoresAreReachedPrivatelyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new StoresAreReachedPrivately();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a search collection for everybody",
                        stack(resource("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "s")
                                .set("policy", "[{\"AllowFromPublic\": true}]")),
                        "AllowFromPublic"),
                passes(
                        "a search collection of the network",
                        stack(resource("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "s")
                                .set("policy", "[{\"AllowFromPublic\": false}]"))),
                fails(
                        "a memory database in clear text",
                        stack(resource("aws:memorydb/cluster:Cluster", "m").set("tlsEnabled", false)),
                        "tlsEnabled"),
                fails(
                        "a memory database for everybody",
                        stack(resource("aws:memorydb/cluster:Cluster", "m").set("aclName", "open-access")),
                        "aclName"),
                fails(
                        "a log of events in clear text",
                        stack(resource("aws:msk/cluster:Cluster", "k")
                                .set("encryptionInfo.encryptionInTransit.clientBroker", "TLS_PLAINTEXT")),
                        "clientBroker"),
                passes("a log of events by default", stack(resource("aws:msk/cluster:Cluster", "k"))),
                fails(
                        "a user without a password",
                        stack(resource("aws:elasticache/user:User", "u").set("noPasswordRequired", true)),
                        "noPasswordRequired"),
                fails(
                        "a broker for everybody",
                        stack(resource("aws:mq/broker:Broker", "b").set("publiclyAccessible", true)),
                        "publiclyAccessible"),
                fails(
                        "a proxy in clear text",
                        stack(resource("aws:rds/proxy:Proxy", "p").set("requireTls", false)),
                        "requireTls"),
                passes(
                        "a cache",
                        stack(resource("aws:elasticache/replicationGroup:ReplicationGroup", "c")
                                .set("transitEncryptionEnabled", true))),
                fails(
                        "a cache in plain text",
                        stack(resource("aws:elasticache/replicationGroup:ReplicationGroup", "c")),
                        "transitEncryptionEnabled"),
                fails("a public warehouse", stack(resource("aws:redshift/cluster:Cluster", "w")), "publiclyAccessible"),
                unknown(
                        "a setting from outputs",
                        stack(resource("aws:mq/broker:Broker", "b").unknown("publiclyAccessible"))),
                notApplicable("none", stack()));
    }
}
