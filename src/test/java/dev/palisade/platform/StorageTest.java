package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StorageTest {

    @Test
    void everyBucketIsPrivateVersionedAndTakesTlsOnly() {
        var platform = Platforms.of("prod");
        var buckets = platform.ofType("aws:s3/bucketV2:BucketV2").stream()
                .map(Mocked.Registered::name)
                .toList();

        assertThat(buckets).containsExactlyInAnyOrder("access-logs", "evidence", "trail");
        for (var bucket : buckets) {
            assertThat(platform.one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", bucket)
                            .inputs())
                    .containsEntry("blockPublicAcls", true)
                    .containsEntry("blockPublicPolicy", true)
                    .containsEntry("ignorePublicAcls", true)
                    .containsEntry("restrictPublicBuckets", true);
            assertThat(platform.one("aws:s3/bucketVersioningV2:BucketVersioningV2", bucket)
                            .input("versioningConfiguration"))
                    .hasToString("{status=Enabled}");
            assertThat(platform.one("aws:s3/bucketPolicy:BucketPolicy", bucket)
                            .input("policy")
                            .toString())
                    .contains("aws:SecureTransport");
        }
    }

    @Test
    void evidenceCannotBeChangedForAYear() {
        assertThat(Platforms.of("prod")
                        .one("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2", "evidence")
                        .input("rule")
                        .toString())
                .contains("mode=GOVERNANCE", "days=365");
    }

    @Test
    void volumesAreEncryptedAndBoundWhereTheirPodRuns() {
        var storage = Platforms.of("dev").one("kubernetes:storage.k8s.io/v1:StorageClass", "encrypted-gp3");

        assertThat(storage.input("volumeBindingMode")).isEqualTo("WaitForFirstConsumer");
        assertThat(storage.input("parameters").toString()).contains("encrypted=true");
    }

    @Test
    void prodBacksVolumesUpByTheTagOfTheirClassAndDevDoesNot() {
        var selection = Platforms.of("prod").one("aws:backup/selection:Selection", "volumes");
        var storage = Platforms.of("prod").one("kubernetes:storage.k8s.io/v1:StorageClass", "encrypted-gp3");

        assertThat((List<?>) selection.input("selectionTags"))
                .singleElement()
                .isEqualTo(Map.of("type", "STRINGEQUALS", "key", "palisade-backup", "value", "palisade-prod"));
        assertThat(storage.input("parameters").toString()).contains("palisade-backup=palisade-prod");
        assertThat(Platforms.of("dev").ofType("aws:backup/plan:Plan")).isEmpty();
    }

    @Test
    void everyKeyRotatesAndLetsTheAccountAdministerButNotRead() {
        assertThat(Platforms.of("prod").ofType("aws:kms/key:Key")).isNotEmpty().allSatisfy(key -> {
            assertThat(key.input("enableKeyRotation")).isEqualTo(true);
            assertThat(key.input("policy").toString()).doesNotContain("kms:*");
        });
    }

    @Test
    void tagsOfImagesNeverMove() {
        assertThat(Platforms.of("dev")
                        .one("aws:ecr/repository:Repository", "service")
                        .inputs())
                .containsEntry("imageTagMutability", "IMMUTABLE")
                .containsEntry("forceDelete", false);
    }
}
