package dev.palisade.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::, 20010db800010002",
        "::1, 0000000000000000",
        "::ffff:198.51.100.7, ::ffff:198.51.100.7",
        "not:an:address, not:an:address"
    })
    void isTheAddressOrTheHalfOfItThatNamesTheNetwork(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
