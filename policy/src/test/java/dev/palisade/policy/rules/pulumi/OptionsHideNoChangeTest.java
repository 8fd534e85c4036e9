package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Options;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class OptionsHideNoChangeTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new OptionsHideNoChange();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none", stack(group())),
                passes("what the autoscaler owns", ignoring("scalingConfig.desiredSize")),
                passes("what pulumi-eks ignores", ignoring("accessConfig.bootstrapClusterCreatorAdminPermissions")),
                passes("the same in another notation", ignoring("scalingConfig[\"desiredSize\"]")),
                fails("the template", ignoring("launchTemplate"), "ignoreChanges"),
                fails("everything", ignoring("*"), "ignoreChanges"),
                fails("the whole scaling", ignoring("scalingConfig"), "ignoreChanges"),
                fails(
                        "it stays behind",
                        stack(group().options(new Options(false, true, false, List.of(), List.of()))),
                        "retainOnDelete"),
                fails("what another makes", stack(group().options(READ)), "external"),
                passes(
                        "a zone that is there before the stack",
                        stack(resource("aws:route53/zone:Zone", "zone").options(READ))),
                passes(
                        "another stack's outputs",
                        stack(resource("pulumi:pulumi:StackReference", "other").options(READ))),
                fails("a release that nobody waits for", annotated("pulumi.com/skipAwait", "true"), "skipAwait"),
                fails("fields of another taken", annotated("pulumi.com/patchForce", "true"), "patchForce"),
                passes("a wait", annotated("pulumi.com/skipAwait", "false")),
                passes("a note", annotated("note", "true")),
                unknown(
                        "annotations from outputs",
                        stack(resource("kubernetes:core/v1:Service", "s").unknown("metadata.annotations"))),
                notApplicable("an empty stack", stack()));
    }

    private static StackBuilder annotated(String annotation, String value) {
        return stack(
                resource("kubernetes:core/v1:Service", "s").set("metadata.annotations", Map.of(annotation, value)));
    }

    private static StackBuilder ignoring(String path) {
        return stack(group().options(new Options(false, false, false, List.of(path), List.of())));
    }

    private static final Options READ = new Options(false, false, true, List.of(), List.of());

    private static ResourceBuilder group() {
        return resource("aws:eks/nodeGroup:NodeGroup", "nodes");
    }
}
