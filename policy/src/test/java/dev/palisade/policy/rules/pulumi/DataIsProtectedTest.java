package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Options;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataIsProtectedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DataIsProtected();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a protected key", stack(key().options(new Options(true, false, false, List.of(), List.of())))),
                fails("a key that is not", stack(key()), "protect"),
                fails(
                        "a repository that is not",
                        stack(resource("aws:ecr/repository:Repository", "service")),
                        "protect"),
                fails("a bucket that is not", stack(resource("aws:s3/bucketV2:BucketV2", "reports")), "protect"),
                notApplicable("nothing that holds data", stack(resource("aws:ec2/vpc:Vpc", "main"))));
    }

    /** An option of Pulumi is always known: there is no case of UNKNOWN. */
    @Override
    @Test
    public void hasCasesOfEveryKind() {
        assertThat(cases())
                .extracting(Case::expected)
                .contains(Verdict.Kind.PASS, Verdict.Kind.FAIL, Verdict.Kind.NOT_APPLICABLE);
    }

    @Test
    void aStackForDevelopmentMayBeThrownAway() {
        Resource key = stack(key()).build().find(key().urn()).orElseThrow();
        Resource inDev = new Resource(
                key.urn().replace(":test::", ":dev::"),
                key.type(),
                key.name(),
                null,
                true,
                null,
                key.inputs(),
                key.outputs(),
                Set.of(),
                Map.of(),
                null,
                Options.NONE);
        assertThat(new DataIsProtected().check(inDev)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static ResourceBuilder key() {
        return resource("aws:kms/key:Key", "data");
    }
}
