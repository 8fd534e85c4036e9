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

class BackupTakesVolumesInTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new BackupTakesVolumesIn();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a tag, and no storage class", stack(plan(), selection())),
                passes("a storage class that gives the tag", stack(plan(), selection(), storage("backup=yes"))),
                passes(
                        "by name",
                        stack(plan(), selection().unset("selectionTags").set("resources", List.of("arn")))),
                passes(
                        "a role for backups",
                        stack(
                                plan(),
                                role("backup.amazonaws.com"),
                                selection().refer("iamRoleArn", role("backup.amazonaws.com")))),
                fails(
                        "a role for instances",
                        stack(
                                plan(),
                                role("ec2.amazonaws.com"),
                                selection().refer("iamRoleArn", role("ec2.amazonaws.com"))),
                        "AWS Backup may assume"),
                fails(
                        "volumes left out of all backups",
                        stack(resource("aws:backup/regionSettings:RegionSettings", "r")
                                .set("resourceTypeOptInPreference", Map.of("EBS", false))),
                        "EBS"),
                fails(
                        "some left out of the selection",
                        stack(plan(), selection().set("notResources", List.of("arn:aws:ec2:*:*:volume/*"))),
                        "no selection of resources"),
                fails("no selection", stack(plan()), "no selection"),
                fails("no tag", stack(plan(), selection().unset("selectionTags")), "no selection of resources"),
                fails(
                        "a tag that no volume gets",
                        stack(plan(), selection(), storage("team=platform")),
                        "no selection of resources"),
                fails("no role", stack(plan(), selection().unset("iamRoleArn")), "with a role"),
                unknown("tags not known yet", stack(plan(), selection().unknown("selectionTags"))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder role(String service) {
        return resource("aws:iam/role:Role", "backup")
                .set(
                        "assumeRolePolicy",
                        json("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'Service':'" + service
                                + "'},'Action':'sts:AssumeRole'}]}"));
    }

    private static ResourceBuilder plan() {
        return resource("aws:backup/plan:Plan", "volumes");
    }

    private static ResourceBuilder storage(String tag) {
        return resource("kubernetes:storage.k8s.io/v1:StorageClass", "s")
                .set("parameters", Map.of("tagSpecification_1", tag));
    }

    private static ResourceBuilder selection() {
        return resource("aws:backup/selection:Selection", "volumes")
                .refer("planId", plan())
                .set("iamRoleArn", "role")
                .set("selectionTags", List.of(Map.of("type", "STRINGEQUALS", "key", "backup", "value", "yes")));
    }
}
