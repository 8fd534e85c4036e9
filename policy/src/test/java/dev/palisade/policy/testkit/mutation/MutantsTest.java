package dev.palisade.policy.testkit.mutation;

import static dev.palisade.policy.rules.PolicyJson.allow;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
    @Test
    void aResourceIsRemovedAndEachPropertyRemovedOrWeakened() {
        assertThat(changes(resource("aws:kms/key:Key", "data").set("enableKeyRotation", true)))
                .contains(" remove", "enableKeyRotation remove", "enableKeyRotation = false", "isEnabled + false");
    }

    @Test
    void whatIsWeakAlreadyIsNoMutant() {
        assertThat(changes(resource("aws:x/y:Y", "y").set("range", "0.0.0.0/0").set("number", 0)))
                .doesNotContain("range = 0.0.0.0/0", "number = 0");
    }

    @Test
    void statementsAreWidenedAndOneThatAllowsEverythingIsAdded() {
        assertThat(changes(resource("aws:iam/rolePolicy:RolePolicy", "p")
                        .set("policy", allow("s3:GetObject", "arn:aws:s3:::data/*"))))
                .contains(
                        "policy Statement[0] Action = *",
                        "policy Statement[0] Resource = *",
                        "policy Statement[0] removed",
                        "policy + everything allowed",
                        "policy = not JSON");
    }

    @Test
    void aWiderDenialIsNoWeakening() {
        assertThat(changes(resource("aws:s3/bucketPolicy:BucketPolicy", "p")
                        .set(
                                "policy",
                                document("{'Effect':'Deny','Action':'s3:Put*','Resource':'x','Principal':'*'}"))))
                .noneMatch(change -> change.contains("= *"));
    }

    @Test
    void aReferenceIsTurnedToAnotherResourceOfItsType() {
        var one = resource("aws:kms/key:Key", "one");
        var other = resource("aws:kms/key:Key", "other");
        var user = resource("aws:x/y:Y", "y").refer("key", one);
        assertThat(Mutants.of(stack(one, other, user).build()))
                .filteredOn(mutant -> "key".equals(mutant.path()))
                .extracting(Mutant::change)
                .containsExactly("remove", "= another of its type");
    }

    private static List<String> changes(ResourceBuilder resource) {
        return Mutants.of(stack(resource).build()).stream()
                .map(mutant -> mutant.path() + " " + mutant.change())
                .toList();
    }
}
