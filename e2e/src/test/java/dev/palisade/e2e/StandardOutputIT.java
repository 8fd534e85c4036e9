package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Repository;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other programs read the report of the command. */
class StandardOutputIT {

    @Test
    void whatTheJvmHasToSayIsNotPartOfTheReport() throws IOException {
        var environment = new HashMap<>(System.getenv());
        environment.put("JAVA_TOOL_OPTIONS", "-Xlog:gc+init=info");
        var line = List.of(Repository.root().resolve("palisade").toString(), "preview", "dev", "--format", "json");
        var outcome = Command.run(Repository.root(), environment, Duration.ofMinutes(5), line);
        assertThat(outcome.output()).startsWith("{");
        assertThat(JsonMapper.builder().build().readTree(outcome.output()).path("compliant"))
                .as(outcome.everything())
                .hasToString("true");
    }
}
