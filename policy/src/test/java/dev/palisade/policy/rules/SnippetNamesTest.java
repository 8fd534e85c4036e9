package dev.palisade.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proves against the providers' SDKs that what a snippet builds, and how, exists. */
class SnippetNamesTest {
    private static final Pattern BUILDER = Pattern.compile("\\b(\\w+Args)\\.builder\\(\\)");
    private static final Pattern CALL = Pattern.compile("\\s*\\.(\\w+)\\(");

    private static final Map<String, List<String>> ARGUMENTS = arguments();

    @TestFactory
    Stream<DynamicTest> everyBuilderOfASnippetHasWhatIsCalled() {
        return Catalogue.policies().stream()
                .filter(policy -> BUILDER.matcher(policy.info().snippet()).find())
                .map(policy -> DynamicTest.dynamicTest(
                        policy.id(),
                        () -> assertThat(unknown(policy.info().snippet())).isEmpty()));
    }

    @Test
    void aMisspeltNameDoesNot() throws Exception {
        assertThat(unknown("KeyArgs.builder().enableKeyRotation(true)")).isEmpty();
        assertThat(unknown("KeyArgs.builder().enableKeyRotations(true)"))
                .containsExactly("KeyArgs.builder() [enableKeyRotations]");
        assertThat(unknown("KeysArgs.builder().enableKeyRotation(f(\")\")).build()"))
                .containsExactly("KeysArgs.builder() [enableKeyRotation, build]");
    }

    private static List<String> unknown(String snippet) throws Exception {
        List<String> unknown = new ArrayList<>();
        for (MatchResult builder : BUILDER.matcher(snippet).results().toList()) {
            List<String> calls = calls(snippet, builder.end());
            if (!exists(builder.group(1), calls)) {
                unknown.add(builder.group() + " " + calls);
            }
        }
        return unknown;
    }

    /** The methods that are called one after another on what ends there. */
    private static List<String> calls(String snippet, int end) {
        List<String> calls = new ArrayList<>();
        var call = CALL.matcher(snippet);
        for (int at = end; call.region(at, snippet.length()).lookingAt(); at = closing(snippet, call.end())) {
            calls.add(call.group(1));
        }
        return calls;
    }

    /** Where the parenthesis ends that is open there, texts apart. */
    private static int closing(String snippet, int start) {
        int open = 1;
        boolean text = false;
        int at = start;
        for (; at < snippet.length() && open > 0; at++) {
            char c = snippet.charAt(at);
            text ^= c == '"' && snippet.charAt(at - 1) != '\\';
            if (!text) {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return at;
    }

    /** Whether a class of that name has a builder with all of it: several modules may have one of that name. */
    private static boolean exists(String name, List<String> calls) throws ClassNotFoundException {
        for (String candidate : ARGUMENTS.getOrDefault(name, List.of())) {
            if (Arrays.stream(Class.forName(candidate + "$Builder").getMethods())
                    .map(Method::getName)
                    .toList()
                    .containsAll(calls)) {
                return true;
            }
        }
        return false;
    }

    /** The SDKs' classes of arguments, by their simple name. */
    private static Map<String, List<String>> arguments() {
        return Stream.of(com.pulumi.aws.Provider.class, com.pulumi.kubernetes.Provider.class)
                .flatMap(SnippetNamesTest::classesBeside)
                .filter(name -> name.endsWith("Args"))
                .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
    }

    private static Stream<String> classesBeside(Class<?> one) {
        try (JarFile jar = new JarFile(
                one.getProtectionDomain().getCodeSource().getLocation().getPath())) {
            return jar.stream()
                    .map(entry -> entry.getName().replace('/', '.').replaceFirst("\\.class$", ""))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
