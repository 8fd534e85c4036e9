package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.rules.PolicyCases;
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
                passes("a private registry of AWS", deployment().alone()),
                fails(
                        "Docker Hub",
                        deployment().with(CONTAINER + "image", "nginx").alone(),
                        "not allowed"),
                fails(
                        "a user of Docker Hub",
                        deployment().with(CONTAINER + "image", "somebody/nginx").alone(),
                        "not allowed"),
                fails(
                        "the public registry of AWS",
                        deployment()
                                .with(CONTAINER + "image", "public.ecr.aws/x/y")
                                .alone(),
                        "not allowed"),
                fails(
                        "a host that only looks right",
                        deployment()
                                .with(CONTAINER + "image", "1.dkr.ecr.eu.amazonaws.com.evil.example/x")
                                .alone(),
                        "not allowed"),
                fails("no image", deployment().without(CONTAINER + "image").alone(), "not allowed"),
                unknown(
                        "the image is not built yet",
                        deployment().unknown(CONTAINER + "image").alone()),
                notApplicable("no workload", stack()));
    }

    @Test
    void aParameterNamesOtherRegistries() {
        ImageComesFromAllowedRegistry policy = new ImageComesFromAllowedRegistry();
        Policy other = policy.with(
                Arguments.of(policy.parameters(), Map.of("allowedRegistries", List.of("docker.cloudsmith.io"))));
        assertThat(verdict(other, "docker.cloudsmith.io/acme/service@sha256:0")).isEqualTo(Verdict.Kind.PASS);
        assertThat(verdict(other, Compliant.IMAGE)).isEqualTo(Verdict.Kind.FAIL);
    }

    private static Verdict.Kind verdict(Policy policy, String image) {
        return new Evaluator(List.of(policy))
                .judge(deployment().with(CONTAINER + "image", image).alone().build())
                .get(0)
                .verdict()
                .kind();
    }
}
