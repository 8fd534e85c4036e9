package dev.palisade.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PagesTest {
    @TestFactory
    Stream<DynamicTest> theCommittedPageIsFresh() {
        return Pages.all().entrySet().stream()
                .map(page ->
                        DynamicTest.dynamicTest(page.getKey(), () -> assertThat(Path.of("..", "docs", page.getKey()))
                                .as("stale: run ./mvnw -q -f policy/pom.xml compile exec:java"
                                        + " -DmainClass=dev.palisade.policy.report.Pages -Dexec.args=docs")
                                .hasContent(page.getValue())));
    }
}
