package dev.palisade.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.docs.Previews;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.report.Diagram;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The diagram's arrows are what the solver finds in the graph. */
class DiagramTest {
    private static final String DASHED_ARROW = "stroke-dasharray=\"6 3\"";

    @Test
    void theWayOfARequestIsDrawnFromTheInternetToTheDatabase() throws Exception {
        assertThat(diagramWithout(resource -> false))
                .contains("internet to WAFv2: tcp 80, tcp 443")
                .contains("WAFv2 to load-balancer: tcp 80, tcp 443")
                .contains("load-balancer to pods/palisade/service: tcp 5000")
                .contains("pods/palisade/service to data-tier: tcp 5432")
                .contains("nodes to cluster-api: tcp 443")
                .doesNotContain(DASHED_ARROW);
    }

    @Test
    void anArrowGoesWithTheRuleThatLetThePacketsThrough() throws Exception {
        assertThat(diagramWithout(resource -> "database-from-nodes-tcp-5432".equals(resource.name())))
                .contains("load-balancer to pods/palisade/service: tcp 5000")
                .doesNotContain("data-tier");
    }

    @Test
    void withoutAFirewallNoneIsDrawn() throws Exception {
        assertThat(diagramWithout(resource -> resource.type().startsWith("aws:wafv2/webAclAssociation")))
                .contains("internet to load-balancer: tcp 80, tcp 443")
                .doesNotContain("WAFv2");
    }

    @Test
    void whatNobodyDeclaredIsDashed() throws Exception {
        assertThat(diagramWithout(resource -> resource.type().endsWith(":NetworkPolicy")))
                .contains(DASHED_ARROW)
                .contains("dashed: possible, and should not be");
    }

    private static String diagramWithout(Predicate<Resource> removed) throws Exception {
        var graph = new Graph(Previews.graph("prod").resources().stream()
                .filter(removed.negate())
                .toList());
        return new Diagram(graph, List.of()).svg();
    }
}
