package dev.palisade.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrPlanTest {

    private static final List<String> ZONES = Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
            .map("eu-central-1"::concat)
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "10.32.0.0/17", "172.16.0.0/18", "192.168.0.0/19", "10.255.240.0/20"})
    void noSubnetOverlapsAnother(String vpc) {
        var plan = new CidrPlan(Cidr.parse(vpc));
        var subnets = new ArrayList<Cidr>();
        for (var tier : Tier.values()) {
            ZONES.forEach(zone -> subnets.add(plan.subnet(tier, zone)));
        }

        assertThat(subnets).allMatch(plan.vpc()::contains);
        for (var one : subnets) {
            assertThat(subnets.stream().filter(other -> other.contains(one))).containsExactly(one);
        }
    }

    @Test
    void aTierHoldsItsSubnetsAndNoOthers() {
        var plan = new CidrPlan(Cidr.parse("10.20.0.0/16"));
        for (var tier : Tier.values()) {
            for (var other : Tier.values()) {
                var inside = plan.tier(tier).contains(plan.subnet(other, "eu-central-1c"));

                assertThat(inside).isEqualTo(tier == other);
            }
        }
    }

    @Test
    void aSlashSixteenIsCutAsDocumented() {
        var plan = new CidrPlan(Cidr.parse("10.20.0.0/16"));

        assertThat(plan.subnet(Tier.PRIVATE, "eu-central-1b")).hasToString("10.20.16.0/20");
        assertThat(plan.subnet(Tier.PUBLIC, "eu-central-1b")).hasToString("10.20.132.0/22");
        assertThat(plan.subnet(Tier.DATA, "eu-central-1b")).hasToString("10.20.164.0/22");
        assertThat(plan.subnet(Tier.INTRA, "eu-central-1b")).hasToString("10.20.192.16/28");
        assertThat(plan.pods("eu-central-1b")).hasToString("10.20.24.0/21");
    }

    @Test
    void podsLiveInTheirPrivateSubnet() {
        var plan = new CidrPlan(Cidr.parse("10.20.0.0/16"));

        assertThat(plan.subnet(Tier.PRIVATE, "eu-central-1a").contains(plan.pods("eu-central-1a")))
                .isTrue();
    }

    @Test
    void whatIsTooLargeOrTooSmallIsRefused() {
        assertThatThrownBy(() -> new CidrPlan(Cidr.parse("10.0.0.0/15"))).hasMessageContaining("not between");
        assertThatThrownBy(() -> new CidrPlan(Cidr.parse("10.0.0.0/21"))).hasMessageContaining("not between");
    }

    @Test
    void aZoneWithoutALetterIsRefused() {
        var plan = new CidrPlan(Cidr.parse("10.0.0.0/16"));

        assertThatThrownBy(() -> plan.subnet(Tier.PUBLIC, "us-west-2-lax-1"))
                .hasMessageContaining("does not end in a letter");
    }

    @Test
    void aBlockIsOnItsBoundary() {
        assertThatThrownBy(() -> Cidr.parse("10.0.0.1/24")).hasMessageContaining("not on a boundary");
        assertThat(Cidr.parse("0.0.0.0/0").contains(Cidr.parse("203.0.113.0/24")))
                .isTrue();
        assertThat(Cidr.parse("203.0.113.0/24").contains(Cidr.parse("203.0.112.0/23")))
                .isFalse();
    }
}
