package dev.palisade.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell a reader to type is understood. */
class CommandsTest {

    /** A page and the words that it has after a program's name. */
    record Call(Page page, List<String> words) {
        @Override
        public String toString() {
            return page + ": " + String.join(" ", words);
        }
    }

    static Stream<Call> palisade() {
        return calls("./palisade");
    }

    static Stream<Call> maven() {
        return calls("./mvnw");
    }

    @ParameterizedTest
    @MethodSource("palisade")
    void theCommandKnowsItsOptions(Call call) {
        // With --help everything is parsed and nothing done; what is required may then be absent.
        var words = new ArrayList<>(call.words());
        if (!words.contains("--help")) {
            words.add("--help");
        }
        var answer = Previews.run(words.toArray(String[]::new));
        assertThat(answer.code()).as(answer.text()).isZero();
        if (words.get(0).equals("preview") && words.size() > 2) {
            assertThat(words.get(1)).matches("dev|prod|<stack>");
        }
    }

    @ParameterizedTest
    @MethodSource("maven")
    void mavenFindsTheProjectTheModulesAndTheProfiles(Call call) throws IOException {
        var project = project(after(call.words(), "-f", "pom.xml"), call.page());
        assertThat(project).exists();
        for (var module : after(call.words(), "-pl", "").split(",", 0)) {
            assertThat(module.isEmpty() ? project : project.resolveSibling(module))
                    .exists();
        }
        for (var word : call.words()) {
            if (word.startsWith("-P")) {
                for (var profile : word.substring(2).split(",", -1)) {
                    assertThat(texts(project)).anyMatch(pom -> pom.contains("<id>" + profile + "</id>"));
                }
            }
        }
    }

    private static Stream<Call> calls(String program) {
        return Page.all().stream().flatMap(page -> page.calls(program).stream().map(words -> new Call(page, words)));
    }

    private static String after(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    /** The pom that is meant; {@code <room>} stands for any. */
    private static Path project(String name, Page page) {
        var file = Repository.root().resolve(name.replace("<room>", "policy"));
        assertThat(file).as(page.name()).exists();
        return Files.isDirectory(file) ? file.resolve("pom.xml") : file;
    }

    /** A profile may be any module's. */
    private static List<String> texts(Path project) throws IOException {
        var texts = new ArrayList<String>();
        try (var poms = Files.walk(project.getParent(), 2)) {
            for (var pom : poms.filter(file -> file.endsWith("pom.xml")).toList()) {
                texts.add(Files.readString(pom));
            }
        }
        return texts;
    }
}
