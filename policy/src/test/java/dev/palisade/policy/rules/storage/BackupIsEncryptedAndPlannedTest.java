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

class BackupIsEncryptedAndPlannedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BackupIsEncryptedAndPlanned();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "volumes that go with their claim",
                        stack(
                                key(),
                                vault(),
                                plan(35),
                                resource("kubernetes:storage.k8s.io/v1:StorageClass", "s")
                                        .set("reclaimPolicy", "Delete")),
                        "reclaimPolicy"),
                passes("all of it", stack(key(), vault(), plan(35))),
                fails("AWS's key", stack(key(), vault().unset("kmsKeyArn"), plan(35)), "kmsKeyArn"),
                fails("no plan", stack(key(), vault()), "no plan"),
                fails("a day", stack(key(), vault(), plan(1)), "30 days"),
                fails("for ever", stack(key(), vault(), plan(99_999)), "or never"),
                fails("another vault", stack(plan(35)), "no vault"),
                unknown("not known yet", stack(key(), vault(), plan(35).unknown("rules"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "backup").set("enableKeyRotation", true);
    }

    private static ResourceBuilder vault() {
        return resource("aws:backup/vault:Vault", "volumes").refer("kmsKeyArn", key());
    }

    private static ResourceBuilder plan(int days) {
        return resource("aws:backup/plan:Plan", "volumes")
                .set(
                        "rules",
                        List.of(Map.of(
                                "targetVaultName", "volumes-id",
                                "schedule", "cron(0 3 * * ? *)",
                                "lifecycle", Map.of("deleteAfter", days))));
    }
}
