package dev.palisade.policy.flow;

import dev.palisade.policy.flow.LoadBalancer.Forward;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The load balancers of a graph: listeners, target groups, what is bound to them, and the firewall before them. */
final class LoadBalancers {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String LISTENER_RULE = "aws:lb/listenerRule:ListenerRule";
    private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
    private static final String BINDING = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";
    private static final String ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private static final Property SUBNETS = Property.of(BALANCER, "subnets");
    private static final Property MAPPED_SUBNETS = Property.of(BALANCER, "subnetMappings[].subnetId");
    private static final Property GROUPS = Property.of(BALANCER, "securityGroups");
    private static final Property INTERNAL = Property.of(BALANCER, "internal");
    private static final Property LISTENER_BALANCER = Property.of(LISTENER, "loadBalancerArn");
    private static final Property LISTENER_PORT = Property.of(LISTENER, "port");
    private static final Property LISTENER_PROTOCOL = Property.of(LISTENER, "protocol");
    private static final List<Property> LISTENER_TARGETS = List.of(
            Property.of(LISTENER, "defaultActions[].targetGroupArn"),
            Property.of(LISTENER, "defaultActions[].forward.targetGroups[].arn"));
    private static final Property RULE_LISTENER = Property.of(LISTENER_RULE, "listenerArn");
    private static final List<Property> RULE_TARGETS = List.of(
            Property.of(LISTENER_RULE, "actions[].targetGroupArn"),
            Property.of(LISTENER_RULE, "actions[].forward.targetGroups[].arn"));
    private static final Property BINDING_GROUP = Property.of(BINDING, "spec.targetGroupARN");
    private static final Property BINDING_NAMESPACE = Property.of(BINDING, "metadata.namespace");
    private static final Property BINDING_SERVICE = Property.of(BINDING, "spec.serviceRef.name");
    private static final Property BINDING_PORT = Property.of(BINDING, "spec.serviceRef.port");
    private static final Property ATTACHED_GROUP = Property.of(ATTACHMENT, "targetGroupArn");
    private static final Property ATTACHED_TARGET = Property.of(ATTACHMENT, "targetId");
    private static final Property ATTACHED_PORT = Property.of(ATTACHMENT, "port");
    private static final Property TARGET_TYPE = Property.of(TARGET_GROUP, "targetType");
    private static final Property PROTECTED = Property.of(ASSOCIATION, "resourceArn");

    private final Graph graph;
    private final Subnets subnets;
    private final SecurityGroups groups;
    private final List<Pods> pods;

    LoadBalancers(Graph graph, Subnets subnets, SecurityGroups groups, List<Pods> pods) {
        this.graph = graph;
        this.subnets = subnets;
        this.groups = groups;
        this.pods = pods;
    }

    List<LoadBalancer> all() {
        return graph.ofType(BALANCER).stream().map(this::read).toList();
    }

    private LoadBalancer read(Resource balancer) {
        Groups own = groups.named(balancer, GROUPS, balancer.get(GROUPS));
        Truth isPublic = balancer.get(INTERNAL).isTrue().not();
        Set<Subnet> in = new LinkedHashSet<>(subnets.named(graph.targets(balancer, SUBNETS, Subnets.SUBNET)));
        in.addAll(subnets.named(graph.targets(balancer, MAPPED_SUBNETS, Subnets.SUBNET)));
        List<Place> places =
                in.stream().map(subnet -> Place.in(subnet, own, isPublic)).toList();
        Targets listeners = graph.referrers(balancer, LISTENER_BALANCER);
        List<Rule> open = new ArrayList<>();
        Set<Resource> targets = new LinkedHashSet<>();
        boolean decided = listeners.decided();
        for (Resource listener : listeners.resources()) {
            open.add(listens(listener));
            decided &= collect(listener, LISTENER_TARGETS, targets);
            for (Resource rule : graph.referrers(listener, RULE_LISTENER).resources()) {
                decided &= collect(rule, RULE_TARGETS, targets);
            }
        }
        if (!listeners.decided()) {
            open.add(Rule.maybe(Traffic.ALL, "a listener whose load balancer is not known yet"));
        }
        List<Forward> forwards = new ArrayList<>();
        for (Resource target : targets) {
            forwards.addAll(forwards(target, decided));
        }
        boolean bound = targets.stream()
                .allMatch(target -> graph.referrers(target, BINDING_GROUP).decided());
        Truth waf = graph.referrers(balancer, PROTECTED).exist();
        Filter listens = new Filter("load balancer " + balancer.name(), open, "no listener is on that port");
        return new LoadBalancer(balancer.name(), places, listens, waf, decided && bound, forwards);
    }

    private boolean collect(Resource from, List<Property> properties, Set<Resource> into) {
        boolean decided = true;
        for (Property property : properties) {
            Targets targets = graph.targets(from, property, TARGET_GROUP);
            into.addAll(targets.resources());
            decided &= targets.decided() || from.get(property).items().stream().noneMatch(Value::isUnknown);
        }
        return decided;
    }

    private static Rule listens(Resource listener) {
        Optional<Double> port = listener.get(LISTENER_PORT).number();
        String text = "listener " + listener.name();
        if (port.isEmpty()) {
            return Rule.maybe(Traffic.ALL, text + " is on a port not known yet");
        }
        int number = port.get().intValue();
        PortSet tcp = PortSet.tcp(number);
        boolean alsoUdp = listener.get(LISTENER_PROTOCOL)
                .text()
                .filter(name -> name.contains("UDP"))
                .isPresent();
        PortSet ports = alsoUdp ? tcp.union(PortSet.udp(number)) : tcp;
        return Rule.allow(Traffic.on(ports), text + " is on " + ports);
    }

    private List<Forward> forwards(Resource target, boolean decided) {
        List<Forward> forwards = new ArrayList<>();
        Targets bindings = graph.referrers(target, BINDING_GROUP);
        for (Resource binding : bindings.resources()) {
            String text = "target group " + target.name() + " is bound by " + binding.name();
            for (KubernetesService service : services(binding)) {
                forwards.addAll(forwards(service, binding.get(BINDING_PORT), text, decided && bindings.decided()));
                if (target.get(TARGET_TYPE).is("ip") != Truth.TRUE) {
                    forwards.add(new Forward("nodes", service.nodePorts(), decided, text + " by node port"));
                }
            }
        }
        for (Resource attachment : graph.referrers(target, ATTACHED_GROUP).resources()) {
            String to = graph.targets(attachment, ATTACHED_TARGET, Endpoints.INSTANCE).resources().stream()
                    .findFirst()
                    .map(instance -> "instance/" + instance.name())
                    .orElse("nodes");
            PortSet ports = attachment
                    .get(ATTACHED_PORT)
                    .number()
                    .map(port -> PortSet.tcp(port.intValue()))
                    .orElse(PortSet.protocol("tcp"));
            forwards.add(
                    new Forward(to, ports, decided, "target group " + target.name() + " has " + attachment.name()));
        }
        return forwards;
    }

    private List<KubernetesService> services(Resource binding) {
        String namespace = Workloads.namespace(binding.get(BINDING_NAMESPACE));
        return graph.ofType(KubernetesService.TYPE).stream()
                .map(KubernetesService::new)
                .filter(service -> service.namespace().equals(namespace)
                        && binding.get(BINDING_SERVICE).is(service.name()) != Truth.FALSE)
                .toList();
    }

    private List<Forward> forwards(KubernetesService service, Value port, String text, boolean decided) {
        List<Forward> forwards = new ArrayList<>();
        for (Pods one : pods) {
            Truth selected = service.selects(one);
            if (selected != Truth.FALSE) {
                Optional<PortSet> ports = service.targetPorts(port, one);
                boolean exact = decided && selected == Truth.TRUE && ports.isPresent();
                String says = text + " to Service " + service.name() + ", port "
                        + port.text().orElse("not known");
                forwards.add(new Forward(one.name(), ports.orElse(PortSet.ALL), exact, says));
            }
        }
        return forwards;
    }
}
