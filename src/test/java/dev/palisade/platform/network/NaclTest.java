package dev.palisade.platform.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.platform.network.Flow.Inside;
import dev.palisade.platform.network.Nacl.Rule;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NaclTest {

    private static final CidrPlan PLAN = new CidrPlan(Cidr.parse("10.20.0.0/16"));

    @Test
    void aFlowPassesBothBordersAndItsAnswersToo() {
        var flow = new Flow(7, new Inside(Tier.PRIVATE), new Inside(Tier.DATA), "tcp", 5432);

        assertThat(Nacl.rules(Tier.PRIVATE, List.of(flow), PLAN))
                .containsExactly(
                        new Rule(175, false, "tcp", PLAN.tier(Tier.DATA), 1024, 65_535),
                        new Rule(170, true, "tcp", PLAN.tier(Tier.DATA), 5432, 5432));
        assertThat(Nacl.rules(Tier.DATA, List.of(flow), PLAN))
                .containsExactly(
                        new Rule(170, false, "tcp", PLAN.tier(Tier.PRIVATE), 5432, 5432),
                        new Rule(175, true, "tcp", PLAN.tier(Tier.PRIVATE), 1024, 65_535));
        assertThat(Nacl.rules(Tier.PUBLIC, List.of(flow), PLAN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void everyFlowOfThePlatformPasses(Tier tier) {
        var rules = Nacl.rules(tier, Flow.ALL, PLAN);
        for (var flow : Flow.ALL) {
            if (flow.from().equals(new Inside(tier))) {
                assertThat(rules).anyMatch(rule -> rule.egress() && allows(rule, flow, flow.to()));
            }
            if (flow.to().equals(new Inside(tier))) {
                assertThat(rules).anyMatch(rule -> !rule.egress() && allows(rule, flow, flow.from()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void rulesStayBelowTheQuotaOfTwentyAndNoNumberComesTwice(Tier tier) {
        var byDirection = Nacl.rules(tier, Flow.ALL, PLAN).stream().collect(Collectors.groupingBy(Rule::egress));

        assertThat(byDirection.values()).allSatisfy(rules -> {
            assertThat(rules).hasSizeLessThanOrEqualTo(20);
            assertThat(rules).extracting(Rule::number).doesNotHaveDuplicates();
        });
    }

    @Test
    void theInternetReachesNothingButTheLoadBalancersPorts() {
        for (var tier : Tier.values()) {
            var wellKnown = Nacl.rules(tier, Flow.ALL, PLAN).stream()
                    .filter(rule -> !rule.egress() && rule.peer().prefix() == 0 && rule.fromPort() < 1024)
                    .map(Rule::fromPort);

            assertThat(wellKnown).containsExactlyElementsOf(tier == Tier.PUBLIC ? List.of(80, 443) : List.of());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tier.class,
            names = {"INTRA", "DATA"})
    void controlPlaneAndDataTiersKnowNoInternet(Tier tier) {
        assertThat(Nacl.rules(tier, Flow.ALL, PLAN)).allMatch(rule -> PLAN.vpc().contains(rule.peer()));
    }

    @Test
    void numbersOfFlowsAreDistinct() {
        assertThat(Flow.ALL).extracting(Flow::number).doesNotHaveDuplicates();
    }

    private static boolean allows(Rule rule, Flow flow, Flow.End peer) {
        var block = peer instanceof Inside inside ? PLAN.tier(inside.tier()) : new Cidr(0, 0);
        return rule.protocol().equals(flow.protocol())
                && rule.peer().contains(block)
                && rule.fromPort() <= flow.port()
                && flow.port() <= rule.toPort();
    }
}
