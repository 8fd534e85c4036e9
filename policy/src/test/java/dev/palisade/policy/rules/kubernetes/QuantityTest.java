package dev.palisade.policy.rules.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "1,1",
        "100m,0.1",
        "0.5,0.5",
        ".5,0.5",
        "1.,1",
        "128Mi,134217728",
        "1Gi,1073741824",
        "1k,1000",
        "2M,2000000",
        "1e3,1000",
        "1E-3,0.001",
        "12E,12000000000000000000",
        "-1.5k,-1500",
        "128974848000m,128974848",
        "1.5Gi,1610612736",
        "0.5n,0.000000001",
        "-0.5n,-0.000000001"
    })
    void isReadAsTheApiDoes(String text, BigDecimal units) {
        assertThat(Quantity.read(text)).hasValueSatisfying(read -> assertThat(new BigDecimal(read.nanos(), 9))
                .isEqualByComparingTo(units));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mi", "128MB", "1 Gi", "half", "1Mib", "--1", "1e", "1e9999", "1xi"})
    void whatTheApiRefusesIsNone(String text) {
        assertThat(Quantity.read(text)).isEmpty();
    }

    @Property
    boolean sharesAddUp(@ForAll @LongRange(min = 0, max = 1_000_000L) long millis) {
        return Quantity.of(millis + "m").times(1_000).equals(Quantity.of(millis))
                && Quantity.of(millis + "m").plus(Quantity.of(millis + "m")).equals(Quantity.of(2 * millis + "m"));
    }

    @Property
    boolean aMebibyteIsMoreThanAMegabyte(@ForAll @LongRange(min = 1, max = 1_000_000_000L) long count) {
        return Quantity.of(count + "Mi").exceeds(Quantity.of(count + "M"));
    }

    @Test
    void aLimitMayBeSoManyTimesItsRequest() {
        assertThat(Quantity.of("250m").times(Quantity.of("1.5"))).isEqualTo(Quantity.of("375m"));
        assertThat(Quantity.of("1Gi").times(Quantity.of("2"))).isEqualTo(Quantity.of("2Gi"));
    }

    @Test
    void aRequestIsComparedWithItsLimitByValue() {
        assertThat(Quantity.atMost(Value.of("1000m"), Value.of("1"))).isEqualTo(Truth.TRUE);
        assertThat(Quantity.atMost(Value.of("1001m"), Value.of("1"))).isEqualTo(Truth.FALSE);
        assertThat(Quantity.atMost(Value.of("1"), Value.unknown())).isEqualTo(Truth.UNKNOWN);
        assertThat(Quantity.atMost(Value.of("1"), Value.of("x"))).isEqualTo(Truth.FALSE);
        assertThat(Quantity.atMost(Value.missing(), Value.of("1"))).isEqualTo(Truth.FALSE);
    }
}
