package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmReleaseIsPinnedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new HelmReleaseIsPinned();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a chart by its address",
                        stack(release().set("chart", "https://charts.example.com/x.tgz")),
                        "repository"),
                passes("an exact version of a trusted chart", stack(release())),
                fails("no version", stack(release().unset("version")), "version"),
                fails("a range", stack(release().set("version", "^1.0")), "version"),
                fails("under development", stack(release().set("devel", true)), "devel"),
                fails("no repository", stack(release().unset("repositoryOpts")), "repositoryOpts"),
                fails(
                        "a foreign one",
                        stack(release().set("repositoryOpts.repo", "https://charts.example.com")),
                        "repositoryOpts"),
                fails(
                        "over http",
                        stack(release().set("repositoryOpts.repo", "http://aws.github.io/eks-charts")),
                        "repositoryOpts"),
                unknown("not known yet", stack(release().unknown("version"))),
                notApplicable("no release", stack()));
    }

    @Test
    void aParameterNamesOtherRepositories() {
        HelmReleaseIsPinned policy = new HelmReleaseIsPinned();
        Policy other = policy.with(
                Arguments.of(policy.parameters(), Map.of("trustedRepositories", List.of("oci://ghcr.io/acme"))));
        assertThat(new Evaluator(List.of(other))
                        .judge(stack(release()
                                        .set("chart", "oci://ghcr.io/acme/x")
                                        .unset("repositoryOpts"))
                                .build())
                        .get(0)
                        .verdict()
                        .kind())
                .isEqualTo(Verdict.Kind.PASS);
    }

    private static ResourceBuilder release() {
        return resource("kubernetes:helm.sh/v3:Release", "controller")
                .set("chart", "aws-load-balancer-controller")
                .set("version", "1.14.1")
                .set("namespace", "kube-system")
                .set("repositoryOpts.repo", "https://aws.github.io/eks-charts");
    }
}
