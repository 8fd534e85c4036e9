package dev.palisade.policy.rules.pulumi;

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
                passes(
                        "two providers of one region",
                        stack(of("p", "eu-central-1"), of("q", "eu-central-1"), through(PROVIDER.urn()))),
                fails(
                        "a provider of another region",
                        stack(of("p", "eu-central-1"), of("q", "us-east-1"), through(PROVIDER.urn())),
                        "more than one region: eu-central-1, us-east-1"),
                fails(
                        "a provider without a region beside one with",
                        stack(of("p", "eu-central-1"), PROVIDER_WITHOUT, through(PROVIDER.urn())),
                        "that of whoever runs it"),
                unknown(
                        "a region from outputs",
                        stack(
                                of("p", "eu-central-1"),
                                resource("pulumi:providers:aws", "q").unknown("region"),
                                through(PROVIDER.urn()))),
                notApplicable(
                        "a provider beside the engine's own",
                        stack(PROVIDER, resource("pulumi:providers:pulumi", "default"))),
                notApplicable("a part of the stack without any provider", stack(through("urn::p-id"))));
    }

    private static final ResourceBuilder PROVIDER = resource("pulumi:providers:aws", "p");

    private static final ResourceBuilder DEFAULT = resource("pulumi:providers:aws", "default_6_83_0");

    private static final ResourceBuilder PROVIDER_WITHOUT = resource("pulumi:providers:aws", "q");

    private static ResourceBuilder of(String name, String region) {
        return resource("pulumi:providers:aws", name).set("region", region);
    }

    private static ResourceBuilder through(String provider) {
        return resource("aws:ec2/vpc:Vpc", "v").provider(provider);
    }
}
