package dev.palisade.policy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyStatementTest {
    @Property
    void letterCaseDoesNotMatter(@ForAll("actions") List<String> actions, @ForAll("action") String action) {
        assertThat(actions(actions, false).covers(action))
                .isEqualTo(actions(actions, false).covers(action.toUpperCase(Locale.ROOT)));
    }

    @Property
    void notActionIsTheComplement(@ForAll("actions") List<String> actions, @ForAll("action") String action) {
        assertThat(actions(actions, true).covers(action))
                .isNotEqualTo(actions(actions, false).covers(action));
    }

    @Property
    void aLongerListCoversNoLess(
            @ForAll("actions") List<String> some,
            @ForAll("actions") List<String> more,
            @ForAll("action") String action) {
        List<String> both = new java.util.ArrayList<>(some);
        both.addAll(more);
        assertThat(actions(both, false).covers(action))
                .isEqualTo(actions(some, false).covers(action)
                        || actions(more, false).covers(action));
    }

    @Provide
    Arbitrary<String> action() {
        return Arbitraries.of("iam:PassRole", "iam:PassPolicy", "s3:GetObject", "s3:PutObject", "s3:GetBucketAcl");
    }

    @Provide
    Arbitrary<List<String>> actions() {
        return Arbitraries.of("*", "iam:*", "S3:get*", "s3:GetObject", "iam:Pass?ole", "*:Put*", "IAM:PASSROLE")
                .list()
                .ofMaxSize(3);
    }

    private static PolicyStatement actions(List<String> actions, boolean not) {
        return new PolicyStatement(true, List.of(), false, actions, not, List.of("*"), false, List.of());
    }
}
