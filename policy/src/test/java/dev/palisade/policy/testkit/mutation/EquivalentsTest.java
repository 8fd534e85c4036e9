package dev.palisade.policy.testkit.mutation;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EquivalentsTest {
    private static final Mutant MUTANT =
            Mutants.of(stack(resource("aws:kms/key:Key", "data").set("description", "x"))
                            .build())
                    .stream()
                    .filter(mutant -> "description".equals(mutant.path()))
                    .findFirst()
                    .orElseThrow();

    @Test
    void aReasonHoldsForTheKindsBelowIt() {
        var list =
                Equivalents.read(List.of("# another", "nothing", "", "# nobody reads it", "\\S+ description remove"));
        assertThat(list.reason(MUTANT)).contains("nobody reads it");
    }

    @Test
    void anExpressionFitsTheWholeKind() {
        assertThat(Equivalents.read(List.of("# reason", "description")).reason(MUTANT))
                .isEmpty();
    }

    @Test
    void anExpressionWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> Equivalents.read(List.of("x"))).hasMessageContaining("no reason");
    }
}
