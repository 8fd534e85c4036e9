package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.graph.Property;
import java.util.List;
import java.util.regex.Pattern;

/** What the platform does not use today, but what a service soon asks for. */
@PolicyInfo(
        title = "Caches, brokers, search domains and warehouses talk TLS, with those they know, inside",
        severity = Severity.HIGH,
        rows = {Row.C10, Row.X5},
        controls = {
            "NIST 800-53 SC-8",
            "NIST 800-53 AC-4",
            "PCI DSS 4.2.1",
            "HIPAA 164.312(e)(2)(ii)",
            "SOC 2 CC6.6",
            "GDPR 32(1)(a)"
        },
        why = "A store that the internet reaches, or that anybody reads on the way, needs no further mistake.",
        remedy = "Demand TLS and a user of its own, and leave the store without a public address.",
        snippet =
                "ReplicationGroupArgs.builder().transitEncryptionEnabled(true).authToken(config.requireSecret(\"token\"))")
public final class StoresAreReachedPrivately implements SettingsPolicy {
    private static final String BROKERS = "aws:msk/cluster:Cluster";
    private static final String MEMORY = "aws:memorydb/cluster:Cluster";
    private static final Pattern FROM_EVERYWHERE = Pattern.compile("(?is).*\"AllowFromPublic\"\\s*:\\s*true.*");

    private static final List<Setting> SETTINGS = List.of(
            Setting.off("aws:dms/replicationInstance:ReplicationInstance", "publiclyAccessible"),
            Setting.on("aws:elasticache/cluster:Cluster", "transitEncryptionEnabled"),
            Setting.on("aws:elasticache/replicationGroup:ReplicationGroup", "transitEncryptionEnabled"),
            Setting.off("aws:elasticache/user:User", "noPasswordRequired"),
            Setting.on("aws:elasticsearch/domain:Domain", "domainEndpointOptions.enforceHttps"),
            Setting.on("aws:elasticsearch/domain:Domain", "nodeToNodeEncryption.enabled"),
            Setting.isNot(MEMORY, "aclName", "open-access"),
            Setting.isNot(MEMORY, "tlsEnabled", "false"),
            Setting.off("aws:mq/broker:Broker", "publiclyAccessible"),
            Setting.off(BROKERS, "clientAuthentication.unauthenticated"),
            Setting.isNot(BROKERS, "encryptionInfo.encryptionInTransit.clientBroker", "PLAINTEXT", "TLS_PLAINTEXT"),
            Setting.isNot(BROKERS, "encryptionInfo.encryptionInTransit.inCluster", "false"),
            Setting.on("aws:opensearch/domain:Domain", "domainEndpointOptions.enforceHttps"),
            Setting.on("aws:opensearch/domain:Domain", "nodeToNodeEncryption.enabled"),
            new Setting(
                    Property.of("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "policy"),
                    policy -> policy.matches(
                                    text -> FROM_EVERYWHERE.matcher(text).matches())
                            .not(),
                    "AllowFromPublic is true"),
            Setting.off("aws:rds/clusterInstance:ClusterInstance", "publiclyAccessible"),
            Setting.on("aws:rds/proxy:Proxy", "requireTls"),
            // Absent is true.
            Setting.is("aws:redshift/cluster:Cluster", "publiclyAccessible", "false"),
            Setting.off("aws:redshiftserverless/workgroup:Workgroup", "publiclyAccessible"));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }
}
