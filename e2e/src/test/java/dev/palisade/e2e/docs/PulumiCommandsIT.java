package dev.palisade.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.docs.CommandsTest.Call;
import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.e2e.engine.Tools;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Pulumi commands of the documents and the workflows, held to the real CLI's help. */
class PulumiCommandsIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    static Stream<Call> commands() {
        var workflows = Tree.FILES.stream()
                .filter(file ->
                        file.toString().contains("/.github/") && file.toString().endsWith(".yml"))
                .map(file -> new Page(file, "```sh\n" + Page.read(file).text() + "\n```\n"));
        return Stream.concat(Page.all().stream(), workflows)
                .flatMap(page -> page.calls("pulumi").stream().map(words -> new Call(page, words)))
                .filter(call -> !call.words().isEmpty() && call.words().get(0).matches("[a-z]+"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCliKnowsTheCommandAndItsOptions(Call call) throws IOException {
        var line = new ArrayList<>(List.of(Tools.pulumi().resolve("pulumi").toString()));
        call.words().stream().takeWhile(word -> word.matches("[a-z]+")).forEach(line::add);
        line.add("--help");
        var help = Command.run(Repository.root(), Map.copyOf(System.getenv()), LIMIT, line);

        assertThat(help.exitCode()).as(help.everything()).isZero();
        assertThat(help.output()).doesNotContain("unknown command");
        assertThat(call.words())
                .filteredOn(word -> word.startsWith("--"))
                .allSatisfy(option -> assertThat(help.output()).containsPattern(option.split("=", 2)[0] + "\\b"));
    }
}
