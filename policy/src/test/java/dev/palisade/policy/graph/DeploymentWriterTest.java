package dev.palisade.policy.graph;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentWriterTest {
    private JsonNode alb;

    @BeforeEach
    void write() throws Exception {
        var one = resource("aws:ec2/subnet:Subnet", "one");
        var two = resource("aws:ec2/subnet:Subnet", "two");
        var graph = stack(
                        one,
                        two,
                        resource("aws:lb/loadBalancer:LoadBalancer", "alb")
                                .referAll("subnets", two, one)
                                .set("tags", Map.of("Stack", "dev", "Project", "palisade", "Name", "alb"))
                                .secret("password", "synthetic"))
                .build();
        var resources = new ObjectMapper()
                .readTree(DeploymentWriter.write(graph, Instant.EPOCH))
                .at("/deployment/resources");
        alb = resources.get(resources.size() - 1);
    }

    @Test
    void sortsWhatHasNoOrderOfItsOwn() {
        assertThat(alb.at("/inputs/tags").fieldNames()).toIterable().containsExactly("Name", "Project", "Stack");
        assertThat(alb.at("/propertyDependencies/subnets"))
                .extracting(urn -> urn.asText().replaceFirst(".*::", ""))
                .containsExactly("one", "two");
    }

    @Test
    void keepsTheOrderOfLists() {
        assertThat(alb.at("/inputs/subnets")).extracting(JsonNode::asText).containsExactly("two-id", "one-id");
    }

    @Test
    void leavesSecretsOut() {
        assertThat(alb.at("/inputs/password").toString()).contains("ciphertext").doesNotContain("synthetic");
    }
}
