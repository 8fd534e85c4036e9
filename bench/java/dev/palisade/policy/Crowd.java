package dev.palisade.policy;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long the solver takes in a crowded VPC: security groups on instances, five each, every group let in by another;
 * and network policies on workloads, five each, in twenty namespaces.
 */
public final class Crowd {
    private static final int EACH = 5;
    private static final int NAMESPACES = 20;
    private static final int RUNS = 3;

    private Crowd() {}

    public static void main(String[] arguments) throws Exception {
        Graph prod = Deployment.read(Files.readString(Path.of(arguments[0])));
        int size = Integer.parseInt(arguments[1]);
        FlowTable.of(crowded(prod, size / 4));
        for (int run = 0; run < RUNS; run++) {
            Graph graph = crowded(prod, size);
            long begun = System.nanoTime();
            FlowTable.of(graph);
            System.out.printf(
                    Locale.ROOT,
                    "%d %d%n",
                    size,
                    (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static Graph crowded(Graph prod, int size) {
        List<Resource> all = new ArrayList<>(prod.resources());
        ResourceBuilder[] crowd = Stream.concat(
                        instances(prod, size).stream(), workloads(size).stream())
                .toArray(ResourceBuilder[]::new);
        stack(crowd).build().resources().stream()
                .filter(resource -> !Urn.STACK_TYPE.equals(resource.type()))
                .forEach(all::add);
        return new Graph(all);
    }

    private static List<ResourceBuilder> instances(Graph prod, int size) {
        String vpc = id(prod, "aws:ec2/vpc:Vpc", 0);
        List<ResourceBuilder> made = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            made.add(resource("aws:ec2/securityGroup:SecurityGroup", "crowd-" + i)
                    .id("sg-crowd" + i)
                    .set("vpcId", vpc));
            made.add(resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "crowd-" + i)
                    .set("securityGroupId", "sg-crowd" + i)
                    .set("referencedSecurityGroupId", "sg-crowd" + (i + EACH) % size)
                    .set("ipProtocol", "tcp")
                    .set("fromPort", 8000 + i)
                    .set("toPort", 8000 + i));
        }
        for (int i = 0; i < size; i += EACH) {
            List<String> groups = new ArrayList<>();
            for (int j = i; j < i + EACH; j++) {
                groups.add("sg-crowd" + j);
            }
            made.add(resource("aws:ec2/instance:Instance", "crowd-" + i)
                    .id("i-crowd" + i)
                    .set("subnetId", id(prod, "aws:ec2/subnet:Subnet", 3))
                    .set("vpcSecurityGroupIds", groups));
        }
        return made;
    }

    private static List<ResourceBuilder> workloads(int size) {
        List<ResourceBuilder> made = new ArrayList<>();
        for (int i = 0; i < size; i += EACH) {
            String namespace = "crowd-" + i / EACH % NAMESPACES;
            Map<String, Object> labels = Map.of("app", "crowd-" + i);
            made.add(resource("kubernetes:apps/v1:Deployment", "crowd-" + i)
                    .set("metadata", Map.of("name", "crowd-" + i, "namespace", namespace))
                    .set("spec.template.metadata.labels", labels));
            for (int j = 0; j < EACH; j++) {
                Map<String, Object> from = Map.of(
                        "podSelector", Map.of("matchLabels", Map.of("app", "crowd-" + (i + EACH * NAMESPACES) % size)));
                made.add(resource("kubernetes:networking.k8s.io/v1:NetworkPolicy", "crowd-" + (i + j))
                        .set("metadata", Map.of("name", "crowd-" + (i + j), "namespace", namespace))
                        .set("spec.podSelector.matchLabels", labels)
                        .set("spec.policyTypes", List.of("Ingress", "Egress"))
                        .set(
                                "spec.ingress",
                                List.of(Map.of(
                                        "from",
                                        List.of(from),
                                        "ports",
                                        List.of(Map.of("port", 9000 + j, "protocol", "TCP"))))));
            }
        }
        return made;
    }

    private static String id(Graph graph, String type, int number) {
        return String.valueOf(graph.ofType(type).get(number).id());
    }
}
