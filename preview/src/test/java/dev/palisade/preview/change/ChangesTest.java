package dev.palisade.preview.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final String VPC = "urn:pulumi:dev::p::aws:ec2/vpc:Vpc::vpc";
    private static final String GROUP = "urn:pulumi:dev::p::aws:ec2/securityGroup:SecurityGroup::nodes";

    @Test
    void idsAndGeneratedNamesThatAProviderMadeUpAreNoChange() throws Exception {
        var changes = Changes.between(
                graph("vpc-0aaaaaaaaaaaaaaaa", "nodes-1111111", "10.0.0.0/16"),
                graph("vpc-0bbbbbbbbbbbbbbbb", "nodes-2222222", "10.0.0.0/16"));

        assertThat(changes.count(Change.Kind.SAME)).isEqualTo(2);
        assertThat(changes.lines()).isEmpty();
    }

    @Test
    void anInputThatDiffersIsAnUpdateOfThatPropertyAlone() throws Exception {
        var changes = Changes.between(
                graph("vpc-0aaaaaaaaaaaaaaaa", "nodes-1111111", "10.0.0.0/16"),
                graph("vpc-0aaaaaaaaaaaaaaaa", "nodes-1111111", "10.1.0.0/16"));

        assertThat(changes.byUrn().get(VPC)).isEqualTo(new Change(Change.Kind.UPDATE, java.util.List.of("cidrBlock")));
        assertThat(changes.byUrn().get(GROUP)).isEqualTo(Change.SAME);
        assertThat(changes.lines()).containsExactly("~ aws:ec2/vpc:Vpc vpc (cidrBlock)");
    }

    @Test
    void whatOnlyOneSideHasIsCreatedOrDeleted() throws Exception {
        var full = graph("vpc-0aaaaaaaaaaaaaaaa", "nodes-1111111", "10.0.0.0/16");
        var empty = Deployment.read("{\"deployment\": {\"resources\": []}}");

        assertThat(Changes.between(empty, full).count(Change.Kind.CREATE)).isEqualTo(2);
        assertThat(Changes.between(full, empty).deleted()).hasSize(2);
    }

    private static Graph graph(String vpcId, String groupName, String cidr) throws Deployment.MalformedException {
        return Deployment.read("""
                {"deployment": {"resources": [
                  {"urn": "%s", "custom": true, "id": "%s",
                   "inputs": {"cidrBlock": "%s", "__defaults": []},
                   "outputs": {"cidrBlock": "%s", "arn": "arn:aws:ec2:eu-central-1:111122223333:vpc/%s"}},
                  {"urn": "%s", "custom": true, "id": "sg-0123456789abcdef0",
                   "inputs": {"name": "%s", "vpcId": "%s"}, "outputs": {"name": "%s", "vpcId": "%s"}}
                ]}}
                """.formatted(VPC, vpcId, cidr, cidr, vpcId, GROUP, groupName, vpcId, groupName, vpcId));
    }
}
