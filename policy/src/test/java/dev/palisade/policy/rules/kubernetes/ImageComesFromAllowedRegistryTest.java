package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageComesFromAllowedRegistryTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ImageComesFromAllowedRegistry();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the stack's repository", with(Compliant.IMAGE)),
                passes("with a tag beside the digest", with(Compliant.IMAGE.replace("@", ":1.0@"))),
                fails(
                        "the same of another account",
                        with(Compliant.IMAGE.replace("111122223333", "999999999999")),
                        "not allowed"),
                fails(
                        "another repository of the account",
                        with(Compliant.IMAGE.replace("/service@", "/other@")),
                        "not allowed"),
                fails("Docker Hub", with("nginx"), "not allowed"),
                fails("the public registry of AWS", with("public.ecr.aws/x/y"), "not allowed"),
                fails(
                        "no image",
                        stack(
                                repository(),
                                deployment().without(CONTAINER + "image").resource()),
                        "not allowed"),
                fails("no repository", deployment().alone(), "not allowed"),
                unknown(
                        "the image is not built yet",
                        stack(
                                repository(),
                                deployment().unknown(CONTAINER + "image").resource())),
                unknown(
                        "the repository is not made yet",
                        stack(
                                repository().output("repositoryUrl", Value.unknown()),
                                deployment().resource())),
                fails(
                        "Docker Hub, before the repository is made",
                        stack(
                                repository().output("repositoryUrl", Value.unknown()),
                                deployment()
                                        .with(CONTAINER + "image", "docker.io/library/nginx")
                                        .resource()),
                        "not allowed"),
                notApplicable("no workload", stack(repository())));
    }

    @Test
    void aParameterNamesOtherRegistries() {
        ImageComesFromAllowedRegistry policy = new ImageComesFromAllowedRegistry();
        Policy other = policy.with(
                Arguments.of(policy.parameters(), Map.of("allowedRegistries", List.of("docker.cloudsmith.io"))));
        assertThat(new Evaluator(List.of(other))
                        .judge(with("docker.cloudsmith.io/acme/service@sha256:0")
                                .build()))
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PASS));
    }

    private static StackBuilder with(String image) {
        return stack(repository(), deployment().with(CONTAINER + "image", image).resource());
    }

    private static ResourceBuilder repository() {
        return resource("aws:ecr/repository:Repository", "service")
                .output("repositoryUrl", Compliant.IMAGE.substring(0, Compliant.IMAGE.indexOf('@')));
    }
}
