package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceLimitsRatesTest implements PolicyCases {
    private static final String LIMIT = CONTAINER + "env[4]";
    private static final String HOPS = CONTAINER + "env[5]";

    @Override
    public Policy policy() {
        return new ServiceLimitsRates();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a hundred an hour", deployment().alone()),
                passes(
                        "limits of single routes",
                        deployment()
                                .with(LIMIT + ".value", "100/hour,POST /api/data=10/minute")
                                .alone()),
                fails("none", deployment().with(LIMIT + ".name", "OTHER").alone(), "RATE_LIMIT"),
                fails(
                        "one that limits nobody",
                        deployment().with(LIMIT + ".value", "100/second").alone(),
                        "RATE_LIMIT"),
                fails(
                        "no limit by its form",
                        deployment().with(LIMIT + ".value", "unlimited").alone(),
                        "RATE_LIMIT"),
                fails(
                        "a route that the service does not have",
                        deployment()
                                .with(LIMIT + ".value", "100/hour,GET /health=10/hour")
                                .alone(),
                        "RATE_LIMIT"),
                fails(
                        "nothing at all is allowed",
                        deployment().with(LIMIT + ".value", "0/hour").alone(),
                        "RATE_LIMIT"),
                fails(
                        "clients choose their address",
                        deployment().with(HOPS + ".value", "2").alone(),
                        "TRUSTED_PROXY_HOPS"),
                fails(
                        "all clients are one",
                        deployment().with(HOPS + ".name", "OTHER").alone(),
                        "TRUSTED_PROXY_HOPS"),
                unknown("not known yet", deployment().unknown(LIMIT + ".value").alone()),
                notApplicable(
                        "another program",
                        deployment()
                                .with(
                                        CONTAINER + "image",
                                        "111122223333.dkr.ecr.eu-central-1.amazonaws.com/palisade/report:1")
                                .without(CONTAINER + "env")
                                .alone()));
    }

    @Test
    void theMostIsAParameter() {
        ServiceLimitsRates policy = new ServiceLimitsRates();
        Policy strict = policy.with(Arguments.of(policy.parameters(), Map.of("maxRequestsPerHour", 50)));
        assertThat(new Evaluator(List.of(strict))
                        .judge(deployment().alone().build())
                        .get(0)
                        .verdict()
                        .kind())
                .isEqualTo(Verdict.Kind.FAIL);
    }
}
