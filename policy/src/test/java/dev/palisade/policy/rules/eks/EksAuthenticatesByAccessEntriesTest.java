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

class EksAuthenticatesByAccessEntriesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksAuthenticatesByAccessEntries();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "an issuer of others",
                        stack(resource("aws:eks/identityProviderConfig:IdentityProviderConfig", "i")),
                        "issuer"),
                passes("access entries alone", stack(cluster())),
                passes(
                        "the component in the same mode",
                        stack(resource(Clusters.COMPONENT, "main").set("authenticationMode", "API"))),
                fails(
                        "the map as well",
                        stack(cluster().set("accessConfig.authenticationMode", "API_AND_CONFIG_MAP")),
                        "aws-auth"),
                fails("nothing said", stack(resource(Clusters.CLUSTER, "main")), "aws-auth"),
                fails(
                        "an administrator by creation",
                        stack(cluster().set("accessConfig.bootstrapClusterCreatorAdminPermissions", true)),
                        "creator"),
                fails(
                        "the provider's default for the creator",
                        stack(cluster().unset("accessConfig.bootstrapClusterCreatorAdminPermissions")),
                        "creator"),
                fails(
                        "a component with the map",
                        stack(resource(Clusters.COMPONENT, "main").set("authenticationMode", "CONFIG_MAP")),
                        "aws-auth"),
                unknown("a mode from outputs", stack(cluster().unknown("accessConfig.authenticationMode"))),
                notApplicable("no cluster", stack()));
    }

    private static ResourceBuilder cluster() {
        return resource(Clusters.CLUSTER, "main")
                .set("accessConfig.authenticationMode", "API")
                .set("accessConfig.bootstrapClusterCreatorAdminPermissions", false);
    }
}
