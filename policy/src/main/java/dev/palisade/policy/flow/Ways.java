package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The indirect ways into pods and machines: load balancers, Services of type LoadBalancer, node ports, Ingresses. */
final class Ways {
    private static final String INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";
    private static final Property NAMESPACE = Property.of(INGRESS, "metadata.namespace");
    private static final Property ANNOTATIONS = Property.of(INGRESS, "metadata.annotations");
    private static final Property RULES = Property.of(INGRESS, "spec.rules");
    private static final Property PATHS = Property.of(INGRESS, "spec.rules[].http.paths");
    private static final Property HTTP = Property.of(INGRESS, "spec.rules[].http");
    private static final Property DEFAULT = Property.of(INGRESS, "spec.defaultBackend.service.name");

    private final Graph graph;
    private final Network network;
    private final Map<String, Truth> leaks = new HashMap<>();

    Ways(Graph graph, Network network) {
        this.graph = graph;
        this.network = network;
    }

    List<Way> find(Endpoint from, Endpoint to) {
        List<Way> ways = new ArrayList<>();
        for (LoadBalancer balancer : network.balancers()) {
            Endpoint entrance = endpoint("load-balancer/" + balancer.name());
            if (!from.name().equals(entrance.name()) && !to.name().equals(entrance.name())) {
                Reach first = network.reach(from, entrance);
                Reach second = network.reach(entrance, to);
                Truth exists = leaks(from, entrance).and(() -> leaks(entrance, to));
                add(ways, exists, balancer.behindWaf(), first, second);
            }
        }
        to.pods().ifPresent(pods -> services(from, pods, ways));
        return ways;
    }

    /** Asked again for every flow that is about the same ends. */
    private Truth leaks(Endpoint from, Endpoint to) {
        return leaks.computeIfAbsent(
                new Network.Pair(from, to).key(), key -> network.reach(from, to).leaks(Traffic.ALL));
    }

    private static void add(List<Way> ways, Truth exists, Truth waf, Reach first, Reach second) {
        if (exists != Truth.FALSE) {
            List<Decision> hops = new ArrayList<>(first.way(Traffic.ALL));
            hops.addAll(second.way(Traffic.ALL));
            ways.add(new Way(exists, waf, hops));
        }
    }

    private void services(Endpoint from, Pods pods, List<Way> ways) {
        for (Resource resource : graph.ofType(KubernetesService.TYPE)) {
            KubernetesService service = new KubernetesService(resource);
            Truth selects = service.selects(pods);
            if (selects != Truth.FALSE) {
                balanced(from, service, selects, ways);
                nodePorts(from, service, selects.and(service.hasNodePorts().or(service.hasExternalAddresses())), ways);
                ingresses(from, service, selects, ways);
            }
        }
    }

    private static void balanced(Endpoint from, KubernetesService service, Truth selects, List<Way> ways) {
        AddressSet sources = from.places().get(0).addresses();
        boolean outside =
                from.kind() == Endpoint.Kind.INTERNET && service.sources().overlaps(sources);
        Truth exists = selects.and(service.hasLoadBalancer())
                .and(service.isInternal().not())
                .and(Truth.of(outside));
        if (exists != Truth.FALSE) {
            String text = "type LoadBalancer makes a load balancer of its own for " + service.sources();
            ways.add(new Way(exists, Truth.FALSE, List.of(new Decision(exists, "Service " + service.name(), text))));
        }
    }

    private void nodePorts(Endpoint from, KubernetesService service, Truth opens, List<Way> ways) {
        if (opens == Truth.FALSE) {
            return;
        }
        for (Endpoint node : network.endpoints()) {
            if (node.isOf("nodes") && !from.isInCluster()) {
                Traffic packets = Traffic.on(service.nodePorts());
                Reach reach = network.reach(from, node);
                Truth exists = opens.and(() -> reach.leaks(packets));
                if (exists != Truth.FALSE) {
                    List<Decision> hops = new ArrayList<>(reach.way(packets));
                    hops.add(new Decision(
                            opens, "Service " + service.name(), "opens " + service.nodePorts() + " on nodes"));
                    ways.add(new Way(exists, Truth.FALSE, hops));
                }
            }
        }
    }

    /** The load balancer controller makes an ALB for an Ingress, an internal one unless it says otherwise. */
    private void ingresses(Endpoint from, KubernetesService service, Truth selects, List<Way> ways) {
        for (Resource ingress : graph.ofType(INGRESS)) {
            boolean together = Workloads.namespace(ingress.get(NAMESPACE)).equals(service.namespace());
            Value annotations = ingress.get(ANNOTATIONS);
            Truth exists = Truth.of(together && from.kind() == Endpoint.Kind.INTERNET)
                    .and(selects)
                    .and(annotations.field("alb.ingress.kubernetes.io/scheme").is("internet-facing"))
                    .and(() -> names(ingress, service));
            if (exists != Truth.FALSE) {
                Truth waf = annotations
                        .field("alb.ingress.kubernetes.io/wafv2-acl-arn")
                        .isPresent();
                String text = "makes a load balancer that faces the internet";
                ways.add(new Way(exists, waf, List.of(new Decision(exists, "Ingress " + ingress.name(), text))));
            }
        }
    }

    private static Truth names(Resource ingress, KubernetesService service) {
        Truth named = ingress.get(DEFAULT).is(service.name());
        for (Value rule : ingress.get(RULES).items()) {
            for (Value path : rule.get(HTTP).get(PATHS).items()) {
                Value backend = path.field("backend").field("service").field("name");
                named = named.or(backend.is(service.name()));
            }
        }
        return named;
    }

    private Endpoint endpoint(String name) {
        return network.endpoints().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
