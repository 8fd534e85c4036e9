package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Setting;
import dev.palisade.policy.framework.SettingsPolicy;
import dev.palisade.policy.framework.Severity;
import java.util.List;

/** What the platform does not use today, but what a service soon asks for. */
@PolicyInfo(
        title = "Tables, streams, caches, search domains and warehouses are encrypted",
        severity = Severity.HIGH,
        rows = {Row.C5, Row.X3},
        controls = {
            "NIST 800-53 SC-28",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub ElastiCache.4",
            "Security Hub Opensearch.1"
        },
        why = "Data does not become less worth by lying in a stream or a cache.",
        remedy = "Switch encryption on when the store is made; most cannot be encrypted later.",
        snippet = "ReplicationGroupArgs.builder().atRestEncryptionEnabled(true).kmsKeyId(key.arn())")
public final class StoresAreEncrypted implements SettingsPolicy {
    private static final List<Setting> SETTINGS = List.of(
            Setting.on("aws:dax/cluster:Cluster", "serverSideEncryption.enabled"),
            Setting.on("aws:docdb/cluster:Cluster", "storageEncrypted"),
            Setting.on("aws:dynamodb/table:Table", "pointInTimeRecovery.enabled"),
            Setting.on("aws:dynamodb/table:Table", "serverSideEncryption.enabled"),
            Setting.on("aws:ebs/snapshotCopy:SnapshotCopy", "encrypted"),
            Setting.on("aws:ec2/amiCopy:AmiCopy", "encrypted"),
            Setting.on("aws:elasticache/replicationGroup:ReplicationGroup", "atRestEncryptionEnabled"),
            Setting.on("aws:elasticsearch/domain:Domain", "encryptAtRest.enabled"),
            Setting.on("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "serverSideEncryption.enabled"),
            Setting.is("aws:kinesis/stream:Stream", "encryptionType", "KMS"),
            Setting.on("aws:neptune/cluster:Cluster", "storageEncrypted"),
            Setting.on("aws:opensearch/domain:Domain", "encryptAtRest.enabled"),
            Setting.on("aws:rds/globalCluster:GlobalCluster", "storageEncrypted"),
            Setting.on("aws:redshift/cluster:Cluster", "encrypted"));

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }
}
