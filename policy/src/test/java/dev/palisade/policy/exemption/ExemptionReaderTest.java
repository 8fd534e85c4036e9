package dev.palisade.policy.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExemptionReaderTest {
    private static final String GOOD = """
            - id: EX-1
              policy: kms-key-rotates
              resource: aws:kms/key:Key::data
              reason: The key only signs, and the signatures outlive every rotation.
              owner: platform-team
              expires: 2027-01-31
              evidence: [no-way-round-the-waf]
            """;

    @Test
    void readsAllFields() {
        Exemptions exemptions = Exemptions.read(GOOD, "exemptions.yaml");
        assertThat(exemptions.malformed()).isEmpty();
        assertThat(exemptions.all())
                .containsExactly(new Exemption(
                        "EX-1",
                        "kms-key-rotates",
                        "aws:kms/key:Key::data",
                        "The key only signs, and the signatures outlive every rotation.",
                        "platform-team",
                        LocalDate.of(2027, 1, 31),
                        List.of("no-way-round-the-waf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "# nothing yet\n"})
    void anEmptyFileExemptsNothing(String yaml) {
        assertThat(Exemptions.read(yaml, "exemptions.yaml")).isEqualTo(Exemptions.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "policy", "resource", "reason", "owner", "expires"})
    void everyFieldButTheEvidenceIsNeeded(String field) {
        String without = GOOD.replaceFirst("(- | {2})" + field + ":.*", "$1" + field + ":");
        assertThat(problems(without)).containsExactly("exemptions.yaml:1: its " + field + " is no text");
        String absent = GOOD.replaceFirst("(- | {2})" + field + ":.*", "$1# absent");
        assertThat(problems(absent)).contains("exemptions.yaml:" + line(field) + ": lacks its " + field);
    }

    /** The first entry of the file begins where its first key is. */
    private static int line(String field) {
        return field.equals("id") ? 2 : 1;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kms-key-rotates         | '*'                     | its policy "*" does not name exactly one policy by its id
            kms-key-rotates         | '[one, two]'            | its policy is no text
            aws:kms/key:Key::data   | 'aws:kms/key:Key::*'    | its resource "aws:kms/key:Key::*" does not name exactly one resource as type::name
            aws:kms/key:Key::data   | 'a::b, c::d'            | its resource "a::b, c::d" does not name exactly one resource as type::name
            The key only signs, and | 'It is fine. #'         | its reason has 3 words: say in 8 or more why the risk is acceptable
            2027-01-31              | 31.1.2027               | its expires "31.1.2027" is no date like 2027-03-31
            2027-01-31              | never                   | its expires "never" is no date like 2027-03-31
            [no-way-round-the-waf]  | no-way-round-the-waf    | its evidence is no list of different names
            [no-way-round-the-waf]  | '[a, a]'                | its evidence is no list of different names
            evidence                | because                 | unknown field "because"
            """)
    void aBadFieldIsRefusedWithItsPlace(String good, String bad, String message) {
        String yaml = GOOD.replace(good, bad.startsWith("*") ? "\"*\"" : bad);
        assertThat(yaml).isNotEqualTo(GOOD);
        assertThat(problems(yaml)).containsExactly("exemptions.yaml:1: " + message);
        assertThat(Exemptions.read(yaml, "exemptions.yaml").all()).isEmpty();
    }

    @Test
    void nothingIsExemptedTwice() {
        assertThat(problems(GOOD + GOOD))
                .containsExactly(
                        "exemptions.yaml:8: the id \"EX-1\" is exempted at exemptions.yaml:1 already",
                        "exemptions.yaml:8: kms-key-rotates on aws:kms/key:Key::data is exempted at exemptions.yaml:1"
                                + " already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id: EX-1", "- id: [", "- EX-1", "- id: a\n  id: b", "[]\n---\n[]", "some text", "\t- id: x"})
    void whatIsNoListOfMappingsIsRefusedWithItsPlace(String yaml) {
        assertThat(problems(yaml)).isNotEmpty().allMatch(problem -> problem.matches("exemptions.yaml:\\d+: .*"));
    }

    private static List<String> problems(String yaml) {
        return Exemptions.read(yaml, "exemptions.yaml").malformed().stream()
                .map(problem -> problem.exemption() + ": " + problem.message())
                .toList();
    }
}
