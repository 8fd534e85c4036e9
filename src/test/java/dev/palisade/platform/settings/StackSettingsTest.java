package dev.palisade.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void theStacksOfTheRepositoryAreRead(String stack) {
        var settings = Stacks.settings(stack);

        assertThat(settings.name()).isEqualTo("palisade-" + stack);
        assertThat(settings.network().zones()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void oneErrorNamesEveryBadKey() {
        var config = Stacks.config("dev");
        config.put("accountId", "12");
        config.put("nodesMax", "many");
        config.put("database", "yes");
        config.put("zones", "eu-central-1a");
        config.remove("domainName");

        assertThatThrownBy(() -> Stacks.settings("dev", config))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith("Pulumi.dev.yaml has bad settings (5):")
                .hasMessageContaining("palisade:accountId: expected an AWS account id of 12 digits, found '12'")
                .hasMessageContaining("palisade:nodesMax: expected a whole number from 1 to 100, found 'many'")
                .hasMessageContaining("palisade:database: expected true or false, found 'yes'")
                .hasMessageContaining("palisade:zones: expected a list, each item an availability zone")
                .hasMessageContaining("palisade:domainName: missing, expected a host name");
    }

    @Test
    void nothingAtAllIsAnErrorWithEveryRequiredKey() {
        assertThatThrownBy(() -> Stacks.settings("dev", new TreeMap<>()))
                .hasMessageContainingAll("accountId", "region", "zones", "vpcCidr", "kubernetesVersion", "alertEmail");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones            | [\"eu-central-1a\"]                    | 2 or more items",
                "zones            | [\"eu-central-1a\",\"eu-central-1a\"]  | distinct items",
                "zones            | [\"eu-central-1a\",\"us-east-1b\"]     | zones of eu-central-1",
                "vpcCidr          | 10.20.1.0/16                           | on its boundary",
                "vpcCidr          | 8.8.0.0/16                             | private IPv4 block",
                "apiCidrs         | [\"0.0.0.0/0\"]                        | /8 or smaller",
                "apiCidrs         | [\"10.0.0.300/24\"]                    | IPv4 CIDR block",
                "kubernetesVersion| 1.29                                   | the platform knows: 1.35, 1.36",
                "nodesMin         | 9                                      | nodesMin or more",
                "replicasMin      | 90                                     | replicasMin or more",
                "image            | registry/service:latest                | an image by digest",
                "logRetentionDays | 7                                      | CloudWatch Logs offers",
                "corsOrigins      | [\"http://plain.example.com\"]         | https origin",
                "adminRoleArns    | []                                     | 1 or more items",
            })
    void aBadValueIsNamedWithWhatWasExpected(String key, String value, String expected) {
        var config = Stacks.config("dev");
        config.put(key, value);

        assertThatThrownBy(() -> Stacks.settings("dev", config))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(expected);
    }
}
