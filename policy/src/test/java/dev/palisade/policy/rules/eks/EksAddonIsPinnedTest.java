package dev.palisade.policy.rules.eks;

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

class EksAddonIsPinnedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksAddonIsPinned();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an exact version", stack(addon().set("addonVersion", "v1.20.4-eksbuild.1"))),
                fails("no version", stack(addon()), "no exact addonVersion"),
                fails("the newest", stack(addon().set("addonVersion", "latest")), "no exact addonVersion"),
                fails(
                        "changes by hand are kept",
                        stack(addon().set("addonVersion", "v1.20.4-eksbuild.1")
                                .set("resolveConflictsOnUpdate", "PRESERVE")),
                        "OVERWRITE"),
                fails(
                        "left behind",
                        stack(addon().set("addonVersion", "v1.20.4-eksbuild.1").set("preserve", true)),
                        "preserve"),
                unknown("a version from outputs", stack(addon().unknown("addonVersion"))),
                notApplicable("no add-on", stack()));
    }

    private static ResourceBuilder addon() {
        return resource(Addons.ADDON, "vpc-cni")
                .set("addonName", "vpc-cni")
                .set("resolveConflictsOnCreate", "OVERWRITE")
                .set("resolveConflictsOnUpdate", "OVERWRITE");
    }
}
