package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.platform.settings.Stacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EdgeTest {

    private static final String LISTENER = "aws:lb/listener:Listener";

    @Test
    void plainHttpIsOnlyRedirected() {
        assertThat(Platforms.of("prod")
                        .one(LISTENER, "http")
                        .input("defaultActions")
                        .toString())
                .contains("type=redirect", "protocol=HTTPS", "statusCode=HTTP_301")
                .doesNotContain("forward");
    }

    @Test
    void httpsSpeaksTheRecommendedPolicy() {
        assertThat(Platforms.of("prod").one(LISTENER, "https").input("sslPolicy"))
                .isEqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    }

    @Test
    void everyRuleOfTheFirewallBlocks() {
        var rules = (List<?>)
                Platforms.of("prod").one("aws:wafv2/webAcl:WebAcl", "service").input("rules");

        assertThat(rules).hasSizeGreaterThanOrEqualTo(7).allSatisfy(rule -> {
            var fields = (Map<?, ?>) rule;
            var own = String.valueOf(fields.get("action"));
            var group = String.valueOf(fields.get("overrideAction"));
            assertThat(own.startsWith("{block=") || group.startsWith("{none=")).isTrue();
        });
    }

    @Test
    void countriesAreAskedFirstWhereTheSettingsNameThem() {
        var config = Stacks.config("dev");
        config.put("countries", "[\"DE\",\"FR\"]");
        var platform = Mocked.run("dev", context -> new Platform(context, Stacks.settings("dev", config)));
        var rules = (List<?>) platform.one("aws:wafv2/webAcl:WebAcl", "service").input("rules");

        assertThat(rules.get(0).toString()).contains("name=other-countries", "countryCodes=[DE, FR]", "notStatement");
    }

    @Test
    void aGivenCertificateIsUsedAndNoneOrdered() {
        var arn = "arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";
        var config = Stacks.config("dev");
        config.put("certificateArn", arn);
        var platform = Mocked.run("dev", context -> new Platform(context, Stacks.settings("dev", config)));

        assertThat(platform.one(LISTENER, "https").input("certificateArn")).isEqualTo(arn);
        assertThat(platform.ofType("aws:acm/certificate:Certificate")).isEmpty();
    }
}
