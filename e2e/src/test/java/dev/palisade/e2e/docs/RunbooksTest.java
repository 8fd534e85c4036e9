package dev.palisade.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.graph.Graph;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunbooksTest {
    private static final Pattern RUNBOOK = Pattern.compile("docs/runbooks\\.md#([\\w-]+)");

    /** Sections on what to do, which no alarm names. */
    private static final Set<String> OTHERS = Set.of("runbooks", "monthly", "drift");

    private final Page page = Page.read(Repository.root().resolve("docs/runbooks.md"));

    @Test
    void everyAlarmNamesASectionAndEverySectionIsAnAlarms() throws Exception {
        var graph = Previews.graph("dev");
        var named = RUNBOOK.matcher(Previews.export("dev"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThanOrEqualTo(count(graph, "aws:cloudwatch/metricAlarm:MetricAlarm"));
        assertThat(page.anchors()).containsAll(named);
        assertThat(alarms()).isEqualTo(named);
        graph.ofType("aws:budgets/budget:Budget")
                .forEach(budget -> assertThat(page.anchors()).contains(budget.name()));
    }

    /** Headings of the third level stand for alarms, up to the part on what to do. */
    private Set<String> alarms() {
        var before = new Page(page.file(), page.text().substring(0, page.text().indexOf("## What to do")));
        var others = new TreeSet<>(OTHERS);
        page.text()
                .lines()
                .filter(line -> line.startsWith("## "))
                .forEach(line ->
                        others.add(line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-')));
        return before.anchors().stream()
                .filter(anchor -> !others.contains(anchor))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int count(Graph graph, String type) {
        return graph.ofType(type).size();
    }
}
