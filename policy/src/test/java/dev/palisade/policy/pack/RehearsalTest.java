package dev.palisade.policy.pack;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @Test
    void thePackAnswersAPreviewAndAnUpdateOfAGraph(@TempDir Path directory) throws Exception {
        var graph = Files.writeString(directory.resolve("graph.json"), """
                {"version": 3, "deployment": {"resources": [
                  {"urn": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", "custom": false,
                   "type": "pulumi:pulumi:Stack"},
                  {"urn": "urn:pulumi:dev::p::aws:kms/key:Key::key", "custom": true, "id": "1",
                   "type": "aws:kms/key:Key", "inputs": {"policy": "{}"}, "outputs": {"policy": "{}", "arn": "arn"},
                   "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev",
                   "propertyDependencies": {"policy": ["urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"]}}
                ]}}
                """);

        assertThatCode(() -> Rehearsal.main(new String[] {graph.toString()})).doesNotThrowAnyException();
    }
}
