package dev.palisade.platform.cluster;

import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.storage.v1.StorageClass;
import com.pulumi.kubernetes.storage.v1.StorageClassArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.Map;

/** The default class of volumes: encrypted, in the zone of the pod that asks first, tagged for backup. */
public final class Storage extends Room {

    /** The tag by which backups find the volumes; its value is the platform's name. */
    public static final String BACKUP_TAG = "palisade-backup";

    /** Registers the class after the driver that serves it. */
    public Storage(
            StackSettings settings, EncryptionKey volumesKey, Resource driver, ComponentResourceOptions options) {
        super("cluster:Storage", "storage", options);
        new StorageClass(
                "encrypted-gp3",
                StorageClassArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name("encrypted-gp3")
                                .annotations(Map.of("storageclass.kubernetes.io/is-default-class", "true"))
                                .build())
                        .provisioner("ebs.csi.aws.com")
                        .parameters(volumesKey
                                .arn()
                                .applyValue(arn -> Map.of(
                                        "type",
                                        "gp3",
                                        "encrypted",
                                        "true",
                                        "kmsKeyId",
                                        arn,
                                        "tagSpecification_1",
                                        BACKUP_TAG + "=" + settings.name())))
                        .volumeBindingMode("WaitForFirstConsumer")
                        .reclaimPolicy(settings.operations().protectData() ? "Retain" : "Delete")
                        .allowVolumeExpansion(true)
                        .build(),
                inside(driver));
        finished();
    }
}
