package dev.palisade.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.report.FlowChart;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {

    @Test
    void thePictureIsOfWhatTheProgramRegisters() throws Exception {
        var page = Page.read(Repository.root().resolve("docs/architecture.md"));
        assertThat(page.fences("mermaid").get(0))
                .as("stale: run ./palisade preview dev --out evidence and take the chart of evidence/report.md")
                .isEqualTo(FlowChart.render(Previews.graph("dev")));
    }
}
