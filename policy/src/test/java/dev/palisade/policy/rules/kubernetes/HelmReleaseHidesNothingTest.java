package dev.palisade.policy.rules.kubernetes;

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

class HelmReleaseHidesNothingTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new HelmReleaseHidesNothing();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "without the API's schema",
                        Manifest.of(
                                        "kubernetes:helm.sh/v3:Release",
                                        "r",
                                        "{namespace: n, disableOpenapiValidation: true}")
                                .alone(),
                        "disableOpenapiValidation"),
                passes("as the program says", stack(release())),
                fails("rendered by a command", stack(release().set("postrender", "/bin/sh")), "postrender"),
                fails("without its hooks", stack(release().set("disableWebhooks", true)), "disableWebhooks"),
                fails("values of before", stack(release().set("reuseValues", true)), "reuseValues"),
                fails("the default namespace", stack(release().set("namespace", "default")), "namespace"),
                fails("not awaited", stack(release().set("skipAwait", true)), "skipAwait"),
                unknown("not known yet", stack(release().unknown("namespace"))),
                notApplicable("no release", stack()));
    }

    private static ResourceBuilder release() {
        return resource("kubernetes:helm.sh/v3:Release", "controller")
                .set("chart", "aws-load-balancer-controller")
                .set("version", "1.14.1")
                .set("namespace", "kube-system")
                .set("repositoryOpts.repo", "https://aws.github.io/eks-charts");
    }
}
