package dev.palisade.policy.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.exemption.Suppressions.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ties what the code silences to the documented exemptions, and back. */
class SuppressionsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<Suppression> EXEMPTED = Exemptions.declared().all().stream()
            .filter(Exemption::isInCode)
            .map(exemption -> new Suppression(exemption.policy(), exemption.resource()))
            .toList();

    @Test
    void everySuppressionHasItsExemptionAndEveryExemptionItsSuppression() throws IOException {
        assertThat(Suppressions.in(ROOT))
                .as("a suppression of an analyser needs an entry in exemptions.yaml with its rule and file")
                .containsExactlyInAnyOrderElementsOf(EXEMPTED);
    }

    @Test
    void theLineThatBindsEveryAddressNamesItsExemption() throws IOException {
        Exemption bind = Exemptions.declared().all().stream()
                .filter(exemption -> exemption.policy().equals("pmd/WildcardBind"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readAllLines(ROOT.resolve(bind.resource())))
                .filteredOn(line -> line.contains("PMD.WildcardBind"))
                .hasSize(1)
                .allMatch(line -> line.contains("Exemption " + bind.id()));
    }

    @Test
    void everyKindOfSuppressionIsFound(@TempDir Path root) throws IOException {
        Path file = root.resolve("app/src/main/java/A.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                @SuppressWarnings({"PMD.WildcardBind", "unchecked"})
                @SuppressWarnings(value = "NullAway")
                @SuppressFBWarnings(value = "EI_EXPOSE_REP", justification = "why")
                @SuppressFBWarnings({"A", "B"})
                int a; // NOPMD
                """);
        assertThat(Suppressions.in(root))
                .extracting(Suppression::rule)
                .containsExactly(
                        "errorprone/NullAway",
                        "javac/unchecked",
                        "pmd/NOPMD",
                        "pmd/WildcardBind",
                        "spotbugs/A",
                        "spotbugs/B",
                        "spotbugs/EI_EXPOSE_REP");
    }
}
