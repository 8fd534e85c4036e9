package dev.palisade.preview.component;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The component {@code eks:index:Cluster} of pulumi-eks 3.9.1: registers the children that the real one registers,
 * with the inputs, dependencies and options that its state exports show.
 */
public final class EksCluster {
    public static final String TYPE = "eks:index:Cluster";

    private static final Set<String> KNOWN = Set.of(
            "accessEntries",
            "authenticationMode",
            "corednsAddonOptions",
            "createInstanceRole",
            "createOidcProvider",
            "enabledClusterLogTypes",
            "encryptionConfigKeyArn",
            "endpointPrivateAccess",
            "endpointPublicAccess",
            "kubeProxyAddonOptions",
            "kubernetesServiceIpAddressRange",
            "name",
            "nodeAssociatePublicIpAddress",
            "privateSubnetIds",
            "publicAccessCidrs",
            "serviceRole",
            "skipDefaultNodeGroup",
            "skipDefaultSecurityGroups",
            "tags",
            "useDefaultVpcCni",
            "version",
            "vpcCniOptions",
            "vpcId");

    private final String name;
    private final Arguments arguments;
    private final Registrar registrar;
    private final String urn;

    private EksCluster(String name, Arguments arguments, Registrar registrar, String urn) {
        this.name = name;
        this.arguments = arguments;
        this.registrar = registrar;
        this.urn = urn;
    }

    /**
     * Registers the component and its children.
     *
     * @throws UnmodelledArgument if an argument has effects that no export shows
     */
    public static Constructed construct(Construction construction, Registrar registrar) {
        var arguments = new Arguments(TYPE, construction);
        arguments.allow(KNOWN);
        require(arguments.flag("skipDefaultNodeGroup", false), "skipDefaultNodeGroup=false", "set it to true");
        require(!arguments.flag("createInstanceRole", true), "createInstanceRole=true", "set it to false");
        require(
                arguments
                        .plain("corednsAddonOptions")
                        .map(options -> options.get("enabled"))
                        .filter(enabled -> enabled.hasBoolValue() && !enabled.getBoolValue())
                        .isPresent(),
                "corednsAddonOptions.enabled=true",
                "set it to false and register the add-on yourself");
        var component = registrar.register(
                Registration.component(TYPE, construction.name(), "", construction.allDependencies()));
        return new EksCluster(construction.name(), arguments, registrar, component.urn()).build();
    }

    private static void require(boolean holds, String argument, String remedy) {
        if (!holds) {
            throw new UnmodelledArgument(TYPE, argument, remedy);
        }
    }

    private Constructed build() {
        var groups = new EksSecurityGroups(name, urn, arguments, registrar);
        Optional<Registered> clusterGroup =
                arguments.flag("skipDefaultSecurityGroups", false) ? Optional.empty() : Optional.of(groups.ofCluster());
        var cluster = registerCluster(clusterGroup);
        var kubeconfig = Kubeconfig.of(cluster);
        var kubernetes = registrar.register(Registration.resource(
                "pulumi:providers:kubernetes", name + "-eks-k8s", urn, Map.of("kubeconfig", kubeconfig.json())));

        var access = new EksAccess(name, urn, registrar).register(arguments, cluster);
        new EksAddons(name, urn, arguments, registrar).register(cluster, access);
        var issuer = output(cluster, "identities")
                .element(0)
                .field("oidcs")
                .element(0)
                .field("issuer");
        var oidc = oidcProvider(issuer);

        var outputs = new LinkedHashMap<String, Tracked>();
        outputs.put("eksCluster", reference(cluster));
        outputs.put("kubeconfig", kubeconfig.object());
        outputs.put("kubeconfigJson", kubeconfig.json());
        outputs.put("oidcProviderUrl", issuer);
        outputs.put(
                "oidcIssuer", issuer.map(url -> Wire.string(url.getStringValue().replace("https://", ""))));
        outputs.put(
                "oidcProviderArn", oidc.map(provider -> output(provider, "arn")).orElse(Tracked.text("")));
        outputs.put("instanceRoles", Tracked.list());
        outputs.put("core", Tracked.struct(Map.of("provider", reference(kubernetes), "cluster", reference(cluster))));
        outputs.putAll(groups.outputs(cluster, clusterGroup));
        for (var unused : List.of(
                "autoModeNodeRoleName", "defaultNodeGroupAsgName", "fargateProfileId", "fargateProfileStatus")) {
            outputs.put(unused, Tracked.text(""));
        }
        return constructed(outputs);
    }

    private Registered registerCluster(Optional<Registered> clusterGroup) {
        var inputs = new LinkedHashMap<String, Tracked>();
        arguments.get("name").ifPresent(given -> inputs.put("name", given));
        inputs.put("roleArn", roleArn());
        inputs.put("vpcConfig", vpcConfig(clusterGroup));
        arguments.get("version").ifPresent(given -> inputs.put("version", given));
        arguments.get("enabledClusterLogTypes").ifPresent(given -> inputs.put("enabledClusterLogTypes", given));
        inputs.put("accessConfig", accessConfig());
        arguments
                .get("kubernetesServiceIpAddressRange")
                .ifPresent(range -> inputs.put(
                        "kubernetesNetworkConfig",
                        range.map(cidr ->
                                Wire.struct(Map.of("serviceIpv4Cidr", cidr, "ipFamily", Wire.string("ipv4"))))));
        arguments
                .get("encryptionConfigKeyArn")
                .ifPresent(key -> inputs.put(
                        "encryptionConfig",
                        // Computed from an output as a whole, so a preview knows nothing of it before the key exists.
                        key.map(arn -> Wire.struct(Map.of(
                                "provider",
                                Wire.struct(Map.of("keyArn", arn)),
                                "resources",
                                Wire.list(List.of(Wire.string("secrets"))))))));
        inputs.put("tags", Tags.named(name + "-eksCluster", arguments));
        return registrar.register(Registration.resource("aws:eks/cluster:Cluster", name + "-eksCluster", urn, inputs)
                .ignoring("accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons"));
    }

    private Tracked accessConfig() {
        var config = new LinkedHashMap<String, Tracked>();
        arguments.get("authenticationMode").ifPresent(mode -> config.put("authenticationMode", mode));
        // The real component sets this itself and takes no argument for it.
        config.put("bootstrapClusterCreatorAdminPermissions", Tracked.bool(true));
        return Tracked.struct(config);
    }

    private Tracked roleArn() {
        var role = arguments.require("serviceRole");
        var arn = Wire.referencedUrn(role.value())
                .map(registrar::outputsOf)
                .map(outputs -> outputs.getFieldsOrDefault("arn", Wire.unknown()))
                .orElse(Wire.unknown());
        return new Tracked(arn, role.dependsOn());
    }

    private Tracked vpcConfig(Optional<Registered> clusterGroup) {
        var config = new LinkedHashMap<String, Tracked>();
        config.put("subnetIds", arguments.require("privateSubnetIds"));
        clusterGroup.ifPresent(group -> config.put("securityGroupIds", Tracked.list(id(group))));
        for (var property : List.of("endpointPrivateAccess", "endpointPublicAccess", "publicAccessCidrs")) {
            arguments.get(property).ifPresent(given -> config.put(property, given));
        }
        return Tracked.struct(config);
    }

    private Optional<Registered> oidcProvider(Tracked issuer) {
        if (!arguments.flag("createOidcProvider", false)) {
            return Optional.empty();
        }
        var inputs = new LinkedHashMap<String, Tracked>();
        inputs.put("clientIdLists", Tracked.list(Tracked.text("sts.amazonaws.com")));
        // The real component dials the issuer for this fingerprint; a preview without a network can't know it.
        inputs.put("thumbprintLists", Tracked.plain(Wire.unknown()));
        inputs.put("url", issuer);
        return Optional.of(registrar.register(Registration.resource(
                "aws:iam/openIdConnectProvider:OpenIdConnectProvider", name + "-oidcProvider", urn, inputs)));
    }

    private Constructed constructed(Map<String, Tracked> outputs) {
        var state = Struct.newBuilder();
        var dependencies = new LinkedHashMap<String, Set<String>>();
        outputs.forEach((output, tracked) -> {
            state.putFields(output, tracked.value());
            dependencies.put(output, tracked.dependsOn());
        });
        return new Constructed(urn, state.build(), dependencies);
    }

    static Tracked output(Registered resource, String name) {
        var value = resource.outputs().getFieldsOrDefault(name, Wire.unknown());
        return new Tracked(value, Set.of(resource.urn()));
    }

    static Tracked id(Registered resource) {
        Value id = resource.id().isEmpty() ? Wire.unknown() : Wire.string(resource.id());
        return new Tracked(id, Set.of(resource.urn()));
    }

    static Tracked reference(Registered resource) {
        return new Tracked(Wire.resource(resource.urn(), resource.id()), Set.of(resource.urn()));
    }
}
