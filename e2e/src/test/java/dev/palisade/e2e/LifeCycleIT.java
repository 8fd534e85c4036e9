package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each stack from nothing to nothing. */
@Tag("long")
class LifeCycleIT {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void aStackIsPreviewedMadeKeptChangedAndTakenDown(String stack, @TempDir Path scratch) throws IOException {
        try (var live = new LiveStack(scratch, stack)) {
            var preview = live.gated("preview");
            assertThat(preview.exitCode()).as(preview.outcome().everything()).isZero();
            assertThat(live.cloud().creations()).isZero();

            var up = live.gated("up");
            assertThat(up.exitCode()).as(up.outcome().everything()).isZero();
            live.stateIsTheCloud();

            for (var command : List.of("up", "refresh")) {
                var again = live.pulumi().run(command);
                assertThat(again.exitCode()).as(again.outcome().everything()).isZero();
                assertThat(again.events().done())
                        .filteredOn(it -> !it.operation().equals("same"))
                        .isEmpty();
            }

            Files.writeString(
                    live.pulumi().settings(),
                    Files.readString(live.pulumi().settings())
                            .replaceFirst("(palisade:logRetentionDays: )\\S+", "$1\"1827\""));
            var changed = live.gated("up");
            assertThat(changed.exitCode()).as(changed.outcome().everything()).isZero();
            assertThat(changed.events().changes()).containsOnlyKeys("same", "update");
            live.stateIsTheCloud();

            var destroy = live.pulumi().run("destroy");
            assertThat(destroy.exitCode()).as(destroy.outcome().everything()).isZero();
            assertThat(live.cloud().things()).isEmpty();
        }
    }
}
