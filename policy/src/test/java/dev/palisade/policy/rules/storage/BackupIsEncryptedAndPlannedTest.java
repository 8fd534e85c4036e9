package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.json;
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
                        "a role for instances",
                        stack(
                                key(),
                                vault(),
                                plan(35),
                                role("ec2.amazonaws.com"),
                                selection().refer("iamRoleArn", role("ec2.amazonaws.com"))),
                        "AWS Backup may assume"),
                passes(
                        "a role for backups",
                        stack(
                                key(),
                                vault(),
                                plan(35),
                                role("backup.amazonaws.com"),
                                selection().refer("iamRoleArn", role("backup.amazonaws.com")))),
                fails(
                        "volumes left out of all backups",
                        stack(resource("aws:backup/regionSettings:RegionSettings", "r")
                                .set("resourceTypeOptInPreference", Map.of("EBS", false))),
                        "EBS"),
                fails(
                        "volumes that go with their claim",
                        stack(
                                key(),
                                vault(),
                                plan(35),
                                selection(),
                                resource("kubernetes:storage.k8s.io/v1:StorageClass", "s")
                                        .set("reclaimPolicy", "Delete")
                                        .set("parameters", Map.of("tagSpecification_1", "x=y"))),
                        "reclaimPolicy"),
                passes("all of it", stack(key(), vault(), plan(35), selection())),
                fails("AWS's key", stack(key(), vault().unset("kmsKeyArn"), plan(35), selection()), "kmsKeyArn"),
                fails("no plan", stack(key(), vault()), "no plan"),
                fails("no selection", stack(key(), vault(), plan(35)), "no selection"),
                fails("a day", stack(key(), vault(), plan(1), selection()), "30 days"),
                fails("for ever", stack(key(), vault(), plan(99_999), selection()), "or never"),
                fails(
                        "no tag",
                        stack(key(), vault(), plan(35), selection().unset("selectionTags")),
                        "no selection of resources"),
                fails(
                        "a tag that no volume gets",
                        stack(
                                key(),
                                vault(),
                                plan(35),
                                selection(),
                                resource("kubernetes:storage.k8s.io/v1:StorageClass", "s")
                                        .set("parameters", Map.of("type", "gp3"))),
                        "no selection of resources"),
                fails("no role", stack(key(), vault(), plan(35), selection().unset("iamRoleArn")), "with a role"),
                fails("another vault", stack(plan(35), selection()), "no vault"),
                unknown("not known yet", stack(key(), vault(), plan(35).unknown("rules"), selection())),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "backup").set("enableKeyRotation", true);
    }

    private static ResourceBuilder role(String service) {
        return resource("aws:iam/role:Role", "backup")
                .set(
                        "assumeRolePolicy",
                        json("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sts:AssumeRole'}]}"));
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

    private static ResourceBuilder selection() {
        return resource("aws:backup/selection:Selection", "volumes")
                .refer("planId", plan(35))
                .set("iamRoleArn", "role")
                .set("selectionTags", List.of(Map.of("type", "STRINGEQUALS", "key", "backup", "value", "yes")));
    }
}
