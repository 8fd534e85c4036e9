package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class EveryObjectIsJudgedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EveryObjectIsJudged();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a Deployment", stack(resource("kubernetes:apps/v1:Deployment", "d"))),
                passes(
                        "an object of a custom kind in beta",
                        stack(resource("kubernetes:policy.sigstore.dev/v1beta1:ClusterImagePolicy", "p"))),
                fails("a patch", stack(resource("kubernetes:apps/v1:DeploymentPatch", "d")), "from outside"),
                fails("a list", stack(resource("kubernetes:apps/v1:DeploymentList", "d")), "holds objects"),
                fails(
                        "an old version",
                        stack(resource("kubernetes:extensions/v1beta1:Deployment", "d")),
                        "old version"),
                fails(
                        "an object of a controller that no policy knows",
                        stack(resource("kubernetes:argoproj.io/v1alpha1:Application", "a")),
                        "no policy looks into"),
                fails(
                        "files from elsewhere, of which nothing shows",
                        stack(resource("kubernetes:yaml:ConfigFile", "f")),
                        "makes objects"),
                passes(
                        "a chart whose objects are there",
                        stack(
                                resource("kubernetes:helm.sh/v4:Chart", "c"),
                                resource("kubernetes:apps/v1:Deployment", "d")
                                        .parent(resource("kubernetes:helm.sh/v4:Chart", "c")))),
                unknown(
                        "a list of what is not known yet",
                        stack(resource("kubernetes:apps/v1:DeploymentList", "d").unknown("items"))),
                notApplicable("no objects", stack(resource("aws:kms/key:Key", "k"))));
    }
}
