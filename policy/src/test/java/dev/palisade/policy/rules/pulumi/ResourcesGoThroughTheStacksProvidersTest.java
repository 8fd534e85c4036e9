package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesGoThroughTheStacksProvidersTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ResourcesGoThroughTheStacksProviders();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a provider of the stack", stack(PROVIDER, through(PROVIDER.urn() + "::p-id"))),
                passes("a provider of the stack as the engine tells a pack", stack(PROVIDER, through(PROVIDER.urn()))),
                fails(
                        "a default provider",
                        stack(
                                PROVIDER,
                                through("urn:pulumi:test::palisade::pulumi:providers:aws::default_6_83_0::p-id")),
                        "goes through a provider"),
                fails(
                        "a default provider that is in the state",
                        stack(PROVIDER, DEFAULT, through(DEFAULT.urn() + "::p-id")),
                        "goes through a provider"),
                fails(
                        "a provider whose name only begins the same",
                        stack(PROVIDER, through(PROVIDER.urn() + "-other::p-id")),
                        "goes through a provider"),
                fails(
                        "no provider beside one of the stack",
                        stack(PROVIDER, resource("aws:ec2/vpc:Vpc", "v")),
                        "goes through a provider"),
                notApplicable(
                        "a provider beside the engine's own",
                        stack(PROVIDER, resource("pulumi:providers:pulumi", "default"))),
                notApplicable("a part of the stack without any provider", stack(through("urn::p-id"))));
    }

    /** Which provider a resource has is always known: there is no case of UNKNOWN. */
    @Override
    @Test
    public void hasCasesOfEveryKind() {
        assertThat(cases())
                .extracting(Case::expected)
                .contains(Verdict.Kind.PASS, Verdict.Kind.FAIL, Verdict.Kind.NOT_APPLICABLE);
    }

    private static final ResourceBuilder PROVIDER = resource("pulumi:providers:aws", "p");

    private static final ResourceBuilder DEFAULT = resource("pulumi:providers:aws", "default_6_83_0");

    private static ResourceBuilder through(String provider) {
        return resource("aws:ec2/vpc:Vpc", "v").provider(provider);
    }
}
