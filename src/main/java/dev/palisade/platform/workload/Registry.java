package dev.palisade.platform.workload;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.kms.KeyUse;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** The private registry of the service's images: tags never move, every push is scanned. */
public final class Registry extends Room {

    /** Untagged images go after two weeks; signed releases stay. */
    private static final String LIFECYCLE = """
            {
              "rules": [
                {
                  "rulePriority": 1,
                  "description": "Drop untagged images after two weeks",
                  "selection": {
                    "tagStatus": "untagged",
                    "countType": "sinceImagePushed",
                    "countUnit": "days",
                    "countNumber": 14
                  },
                  "action": {"type": "expire"}
                }
              ]
            }
            """;

    private final Repository repository;

    /** Builds the repository with a key of its own. */
    public Registry(StackSettings settings, ComponentResourceOptions options) {
        super("workload:Registry", "registry", options);
        var key = new EncryptionKey(
                "images", "Images of the service", settings, List.of(KeyUse.through("ecr", settings)), nested());
        repository = new Repository(
                "service",
                RepositoryArgs.builder()
                        .name(settings.name() + "/service")
                        .imageTagMutability("IMMUTABLE")
                        .imageScanningConfiguration(RepositoryImageScanningConfigurationArgs.builder()
                                .scanOnPush(true)
                                .build())
                        .encryptionConfigurations(RepositoryEncryptionConfigurationArgs.builder()
                                .encryptionType("KMS")
                                .kmsKey(key.arn())
                                .build())
                        .forceDelete(false)
                        .build(),
                insideProtected(settings.operations().protectData()));
        new LifecyclePolicy(
                "service",
                LifecyclePolicyArgs.builder()
                        .repository(repository.name())
                        .policy(LIFECYCLE)
                        .build(),
                inside());
        finished();
    }

    public Output<String> name() {
        return repository.name();
    }

    public Output<String> arn() {
        return repository.arn();
    }

    public Output<String> url() {
        return repository.repositoryUrl();
    }
}
