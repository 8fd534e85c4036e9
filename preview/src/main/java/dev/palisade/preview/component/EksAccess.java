package dev.palisade.preview.component;

import com.google.protobuf.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The component's access entries and the access policies that each is associated with. */
final class EksAccess {
    private final String name;
    private final String parent;
    private final Registrar registrar;

    EksAccess(String name, String parent, Registrar registrar) {
        this.name = name;
        this.parent = parent;
        this.registrar = registrar;
    }

    /** Registers every entry and returns their URNs. */
    Set<String> register(Arguments arguments, Registered cluster) {
        var urns = new LinkedHashSet<String>();
        arguments.plain("accessEntries").orElse(Map.of()).forEach((entry, value) -> {
            var given = value.getStructValue().getFieldsMap();
            var registered = registrar.register(Registration.resource(
                    "aws:eks/accessEntry:AccessEntry", name + "-" + entry, parent, inputs(given, cluster)));
            urns.add(registered.urn());
            associate(entry, given, registered.urn(), cluster);
        });
        return urns;
    }

    private static Map<String, Tracked> inputs(Map<String, Value> given, Registered cluster) {
        var inputs = new LinkedHashMap<String, Tracked>();
        inputs.put("clusterName", EksCluster.output(cluster, "name"));
        given.forEach((key, value) -> {
            switch (key) {
                case "accessPolicies" -> {}
                // The provider's word differs from the component's in one letter.
                case "username" -> inputs.put("userName", Tracked.plain(value));
                default -> inputs.put(key, Tracked.plain(value));
            }
        });
        return inputs;
    }

    private void associate(String entry, Map<String, Value> given, String entryUrn, Registered cluster) {
        var policies = given.getOrDefault("accessPolicies", Value.getDefaultInstance());
        policies.getStructValue().getFieldsMap().forEach((key, policy) -> {
            var inputs = new LinkedHashMap<String, Tracked>();
            inputs.put("clusterName", EksCluster.output(cluster, "name"));
            inputs.put("principalArn", Tracked.plain(given.getOrDefault("principalArn", Value.getDefaultInstance())));
            policy.getStructValue()
                    .getFieldsMap()
                    .forEach((property, value) -> inputs.put(property, Tracked.plain(value)));
            registrar.register(Registration.resource(
                            "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
                            name + "-" + entry + "-" + key,
                            entryUrn,
                            inputs)
                    .dependingOn(Set.of(entryUrn)));
        });
    }
}
