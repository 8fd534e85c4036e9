package dev.palisade.preview.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.report.Paint;
import dev.palisade.preview.change.Changes;
import org.junit.jupiter.api.Test;

class ResourceTreeTest {
    @Test
    void childrenStandUnderTheirParentsAndDefaultProvidersAreLeftOut() throws Exception {
        var graph = graph("10.0.0.0/16");

        assertThat(ResourceTree.draw(graph, Changes.from(graph), Paint.PLAIN)).isEqualTo("""
                    Type                  Name     Plan
                 +  pulumi:pulumi:Stack   p-dev    create
                 +  └─ test:Network       network  create
                 +     ├─ aws:ec2:Subnet  private  create
                 +     └─ aws:ec2:Vpc     vpc      create

                Resources: + 4 to create
                """);
    }

    @Test
    void againstABaselineOnlyChangesAndTheirParentsAreDrawn() throws Exception {
        var changes = Changes.between(graph("10.0.0.0/16"), graph("10.1.0.0/16"));

        assertThat(ResourceTree.draw(graph("10.1.0.0/16"), changes, Paint.PLAIN))
                .isEqualTo("""
                    Type                 Name     Plan
                    pulumi:pulumi:Stack  p-dev
                    └─ test:Network      network
                 ~     └─ aws:ec2:Vpc    vpc      update  [diff: ~cidrBlock]

                Resources: ~ 1 to update, 3 unchanged
                """);
    }

    private static Graph graph(String cidr) throws Deployment.MalformedException {
        return Deployment.read("""
                {"deployment": {"resources": [
                  {"urn": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"},
                  {"urn": "urn:pulumi:dev::p::pulumi:providers:aws::default_6_83_0", "custom": true},
                  {"urn": "urn:pulumi:dev::p::test:Network::network",
                   "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"},
                  {"urn": "urn:pulumi:dev::p::test:Network$aws:ec2/vpc:Vpc::vpc", "custom": true,
                   "parent": "urn:pulumi:dev::p::test:Network::network", "inputs": {"cidrBlock": "%s"}},
                  {"urn": "urn:pulumi:dev::p::test:Network$aws:ec2/subnet:Subnet::private", "custom": true,
                   "parent": "urn:pulumi:dev::p::test:Network::network"}
                ]}}
                """.formatted(cidr));
    }
}
