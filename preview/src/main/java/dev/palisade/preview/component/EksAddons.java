package dev.palisade.preview.component;

import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The component's add-ons: kube-proxy, and the VPC CNI inside a component of its own. */
final class EksAddons {
    private static final String ADDON = "aws:eks/addon:Addon";

    private final String name;
    private final String parent;
    private final Arguments arguments;
    private final Registrar registrar;

    EksAddons(String name, String parent, Arguments arguments, Registrar registrar) {
        this.name = name;
        this.parent = parent;
        this.arguments = arguments;
        this.registrar = registrar;
    }

    void register(Registered cluster, Set<String> accessEntries) {
        var kubeProxy = arguments.plain("kubeProxyAddonOptions").orElse(Map.of());
        if (kubeProxy.getOrDefault("enabled", Wire.bool(true)).getBoolValue()) {
            registrar.register(Registration.resource(
                    ADDON, name + "-kube-proxy", parent, inputs("kube-proxy", "version", kubeProxy, cluster)));
        }
        // The argument's name misleads: true means that the component leaves the CNI alone.
        if (!arguments.flag("useDefaultVpcCni", false)) {
            registerVpcCni(cluster, accessEntries);
        }
    }

    private void registerVpcCni(Registered cluster, Set<String> accessEntries) {
        var options = arguments.plain("vpcCniOptions").orElse(Map.of());
        var component = registrar.register(
                Registration.component("eks:index:VpcCniAddon", name + "-vpc-cni", parent, accessEntries));
        var inputs = inputs("vpc-cni", "addonVersion", options, cluster);
        inputs.put("configurationValues", Tracked.text(VpcCniConfiguration.json(options)));
        var role = options.get("serviceAccountRoleArn");
        if (role != null) {
            inputs.put("serviceAccountRoleArn", Tracked.plain(role));
        }
        registrar.register(Registration.resource(ADDON, name + "-vpc-cni", component.urn(), inputs));
    }

    private Map<String, Tracked> inputs(
            String addon, String versionOption, Map<String, Value> options, Registered cluster) {
        var version = options.get(versionOption);
        if (version == null) {
            throw new UnmodelledArgument(
                    EksCluster.TYPE,
                    "the add-on " + addon + " without a version",
                    "the real component asks AWS for the newest: give it one");
        }
        var inputs = new LinkedHashMap<String, Tracked>();
        inputs.put("clusterName", EksCluster.output(cluster, "name"));
        inputs.put("addonName", Tracked.text(addon));
        inputs.put("addonVersion", Tracked.plain(version));
        inputs.put("preserve", Tracked.bool(true));
        for (var conflict : new String[] {"resolveConflictsOnCreate", "resolveConflictsOnUpdate"}) {
            inputs.put(conflict, Tracked.plain(options.getOrDefault(conflict, Wire.string("OVERWRITE"))));
        }
        arguments.get("tags").ifPresent(tags -> inputs.put("tags", tags));
        return inputs;
    }
}
