package dev.palisade.policy.rules.iam;

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

class PasswordsAreStrongTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PasswordsAreStrong();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("long and new ones", stack(passwords(14, 24))),
                fails("short ones", stack(passwords(8, 24)), "14 characters"),
                fails("old ones", stack(passwords(14, 1)), "again"),
                unknown("a length from outputs", stack(passwords(14, 24).unknown("minimumPasswordLength"))),
                notApplicable("no policy", stack()));
    }

    private static ResourceBuilder passwords(int length, int remembered) {
        return resource("aws:iam/accountPasswordPolicy:AccountPasswordPolicy", "p")
                .set("minimumPasswordLength", length)
                .set("passwordReusePrevention", remembered);
    }
}
