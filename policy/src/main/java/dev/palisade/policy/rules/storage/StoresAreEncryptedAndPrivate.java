package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the platform does not use today, but what a service soon asks for. */
@PolicyInfo(
        title = "Queues, streams, caches, search domains and warehouses are encrypted and private",
        severity = Severity.HIGH,
        rows = {Row.C5, Row.X5},
        controls = {
            "NIST 800-53 SC-28",
            "NIST 800-53 SC-8",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub SQS.1",
            "Security Hub ElastiCache.4",
            "Security Hub Opensearch.1"
        },
        why = "Data does not become less worth by lying in a queue or a cache.",
        remedy = "Switch encryption at rest and in transit on when the store is made; most cannot be encrypted later.")
public final class StoresAreEncryptedAndPrivate implements ResourcePolicy {
    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final Property QUEUE_KEY = Property.of(QUEUE, "kmsMasterKeyId");
    private static final Property QUEUE_ENCRYPTED = Property.of(QUEUE, "sqsManagedSseEnabled");
    private static final Property SEARCH_ACCESS =
            Property.of("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "policy");
    private static final Pattern FROM_EVERYWHERE = Pattern.compile("(?is).*\"AllowFromPublic\"\\s*:\\s*true.*");
    private static final Property STREAM = Property.of("aws:kinesis/stream:Stream", "encryptionType");
    private static final Property PUBLIC = Property.of("aws:redshift/cluster:Cluster", "publiclyAccessible");

    /** What must not be true, by type. */
    private static final Map<String, Property> OPEN = Stream.of(
                    Property.of("aws:elasticache/user:User", "noPasswordRequired"),
                    Property.of("aws:dms/replicationInstance:ReplicationInstance", "publiclyAccessible"),
                    Property.of("aws:mq/broker:Broker", "publiclyAccessible"),
                    Property.of("aws:rds/clusterInstance:ClusterInstance", "publiclyAccessible"),
                    Property.of("aws:redshiftserverless/workgroup:Workgroup", "publiclyAccessible"))
            .collect(Collectors.toUnmodifiableMap(Property::type, property -> property));

    /** What is right when absent, and wrong with that value. */
    private static final Map<Property, Set<String>> WRONG = Map.of(
            Property.of("aws:memorydb/cluster:Cluster", "tlsEnabled"), Set.of("false"),
            Property.of("aws:memorydb/cluster:Cluster", "aclName"), Set.of("open-access"),
            Property.of("aws:msk/cluster:Cluster", "encryptionInfo.encryptionInTransit.clientBroker"),
                    Set.of("PLAINTEXT", "TLS_PLAINTEXT"),
            Property.of("aws:msk/cluster:Cluster", "encryptionInfo.encryptionInTransit.inCluster"), Set.of("false"),
            Property.of("aws:msk/cluster:Cluster", "clientAuthentication.unauthenticated"), Set.of("true"));

    /** What has to be true, by type. */
    private static final Map<String, List<Property>> SWITCHES = Stream.of(
                    Property.of("aws:ec2/amiCopy:AmiCopy", "encrypted"),
                    Property.of("aws:dynamodb/table:Table", "serverSideEncryption.enabled"),
                    Property.of("aws:dynamodb/table:Table", "pointInTimeRecovery.enabled"),
                    Property.of("aws:ebs/snapshotCopy:SnapshotCopy", "encrypted"),
                    Property.of("aws:elasticache/replicationGroup:ReplicationGroup", "atRestEncryptionEnabled"),
                    Property.of("aws:elasticache/replicationGroup:ReplicationGroup", "transitEncryptionEnabled"),
                    Property.of("aws:opensearch/domain:Domain", "encryptAtRest.enabled"),
                    Property.of("aws:opensearch/domain:Domain", "nodeToNodeEncryption.enabled"),
                    Property.of("aws:opensearch/domain:Domain", "domainEndpointOptions.enforceHttps"),
                    Property.of("aws:redshift/cluster:Cluster", "encrypted"),
                    Property.of("aws:dax/cluster:Cluster", "serverSideEncryption.enabled"),
                    Property.of("aws:elasticache/cluster:Cluster", "transitEncryptionEnabled"),
                    Property.of("aws:elasticsearch/domain:Domain", "encryptAtRest.enabled"),
                    Property.of("aws:elasticsearch/domain:Domain", "nodeToNodeEncryption.enabled"),
                    Property.of("aws:elasticsearch/domain:Domain", "domainEndpointOptions.enforceHttps"),
                    Property.of(
                            "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
                            "serverSideEncryption.enabled"),
                    Property.of("aws:rds/globalCluster:GlobalCluster", "storageEncrypted"),
                    Property.of("aws:rds/proxy:Proxy", "requireTls"),
                    Property.of("aws:docdb/cluster:Cluster", "storageEncrypted"),
                    Property.of("aws:neptune/cluster:Cluster", "storageEncrypted"))
            .collect(Collectors.groupingBy(Property::type));

    @Override
    public Set<String> types() {
        return Stream.concat(
                        SWITCHES.keySet().stream(),
                        Stream.concat(
                                OPEN.keySet().stream(),
                                Stream.concat(
                                        WRONG.keySet().stream().map(Property::type),
                                        Stream.of(QUEUE, STREAM.type(), SEARCH_ACCESS.type()))))
                .collect(Collectors.toSet());
    }

    @Override
    public Verdict check(Resource store) {
        if (OPEN.containsKey(store.type())) {
            Property open = OPEN.get(store.type());
            return Verdict.require(store.get(open).isTrue().not(), "lets anybody in: " + open);
        }
        if (store.is(QUEUE)) {
            return Verdict.require(
                    store.get(QUEUE_KEY)
                            .isPresent()
                            .or(store.get(QUEUE_ENCRYPTED).isTrue()),
                    "is not encrypted");
        }
        if (store.is(SEARCH_ACCESS.type())) {
            return Verdict.require(
                    store.get(SEARCH_ACCESS)
                            .matches(policy -> FROM_EVERYWHERE.matcher(policy).matches())
                            .not(),
                    "is open to the internet: AllowFromPublic is true");
        }
        if (store.is(STREAM.type())) {
            return Verdict.require(store.get(STREAM).is("KMS"), "is not encrypted: encryptionType is not KMS");
        }
        Verdict verdict = store.is(PUBLIC.type())
                ? Verdict.require(store.get(PUBLIC).is("false"), "is open to the internet: publiclyAccessible")
                : Verdict.PASS;
        for (Property property : SWITCHES.getOrDefault(store.type(), List.of())) {
            verdict = verdict.and(Verdict.require(store.get(property).isTrue(), property + " is not true"));
        }
        for (Map.Entry<Property, Set<String>> wrong : WRONG.entrySet()) {
            if (store.is(wrong.getKey().type())) {
                Value value = store.get(wrong.getKey());
                verdict = verdict.and(Verdict.require(
                        value.matches(wrong.getValue()::contains).not(),
                        "talks in plain text or with anybody: " + wrong.getKey()));
            }
        }
        return verdict;
    }
}
