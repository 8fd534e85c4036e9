package dev.palisade.preview.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EksClusterTest {
    private static final String URN = "urn:pulumi:dev::eksprog::";
    private static final String CLUSTER = URN + "eks:index:Cluster$aws:eks/cluster:Cluster::prod-eksCluster";
    private static final String OIDC =
            URN + "eks:index:Cluster$aws:iam/openIdConnectProvider:OpenIdConnectProvider::prod-oidcProvider";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hardened.json, false, true",
        "component-oidc-provider.json, true, true",
        "default-security-groups.json, true, false",
        "creator-admin-remediated.json, false, true",
    })
    void registersWhatTheRealComponentRegisters(String file, boolean oidcProvider, boolean skipSecurityGroups) {
        var export = new StateExport(file);
        var constructed = EksCluster.construct(construction(export, oidcProvider, skipSecurityGroups), export);

        assertThat(export.registered().keySet()).containsExactlyInAnyOrderElementsOf(export.componentUrns());
        export.registered().forEach((urn, registration) -> {
            var real = export.resource(urn);
            assertThat(inputs(urn, registration)).as("inputs of " + urn).isEqualTo(realInputs(urn, export));
            assertThat(strings(real.path("ignoreChanges")))
                    .as("ignoreChanges of " + urn)
                    .isEqualTo(registration.ignoreChanges());
            assertThat(registration.allDependencies())
                    .as("dependencies of " + urn)
                    .containsExactlyInAnyOrderElementsOf(strings(real.path("dependencies")));
            var propertyDependencies = new TreeMap<String, Set<String>>();
            real.path("propertyDependencies")
                    .properties()
                    .forEach(property -> propertyDependencies.put(
                            property.getKey(), new LinkedHashSet<>(strings(property.getValue()))));
            assertThat(new TreeMap<>(registration.propertyDependencies()))
                    .as("propertyDependencies of " + urn)
                    .isEqualTo(propertyDependencies);
        });
        var realOutputs = StateExport.struct(export.resource(constructed.urn()).path("outputs"));
        realOutputs.getFieldsMap().forEach((output, value) -> assertThat(
                        StateExport.plain(constructed.outputs().getFieldsOrThrow(output)))
                .as("output " + output)
                .isEqualTo(StateExport.plain(value)));
    }

    @Test
    void anUnknownEndpointMakesTheKubeconfigUnknownAndNotWrong() {
        var constructed = EksCluster.construct(
                construction(new StateExport("hardened.json"), false, true), new PreviewOfTheRealEngine());

        assertThat(Wire.isUnknown(constructed.outputs().getFieldsOrThrow("kubeconfigJson")))
                .isTrue();
        assertThat(Wire.isUnknown(constructed.outputs().getFieldsOrThrow("oidcProviderUrl")))
                .isTrue();
    }

    @Test
    void anOutputInsideAPlainStructureIsRefusedBecauseTheUpdateWouldLoseIt() {
        var export = new StateExport("hardened.json");
        var good = construction(export, false, true);
        var dependencies = new LinkedHashMap<>(good.inputDependencies());
        dependencies.put("vpcCniOptions", Set.of(URN + "aws:iam/role:Role::cni-role"));
        var bad = new Construction(good.name(), good.inputs(), dependencies);

        assertThatThrownBy(() -> EksCluster.construct(bad, export))
                .isInstanceOf(UnmodelledArgument.class)
                .hasMessageContaining("vpcCniOptions with outputs of other resources in it");
    }

    @Test
    void anArgumentOutsideTheModelIsNamedWithTheOnesThatAreKnown() {
        var inputs = Struct.newBuilder().putFields("fargate", Wire.bool(true)).build();

        assertThatThrownBy(() -> EksCluster.construct(
                        new Construction("prod", inputs, Map.of()), new StateExport("hardened.json")))
                .hasMessageContaining("does not model fargate")
                .hasMessageContaining("privateSubnetIds");
    }

    private static Construction construction(StateExport export, boolean oidcProvider, boolean skipSecurityGroups) {
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put("vpcId", export.outputOf("vpc", "id"));
        inputs.put(
                "privateSubnetIds",
                List.of("private-0", "private-1", "private-2").stream()
                        .map(subnet -> export.outputOf(subnet, "id"))
                        .toList());
        inputs.put("authenticationMode", "API");
        inputs.put("accessEntries", accessEntries(export));
        inputs.put("skipDefaultNodeGroup", true);
        inputs.put("skipDefaultSecurityGroups", skipSecurityGroups);
        inputs.put("createInstanceRole", false);
        inputs.put(
                "enabledClusterLogTypes", List.of("api", "audit", "authenticator", "controllerManager", "scheduler"));
        inputs.put("encryptionConfigKeyArn", export.outputOf("secrets-key", "arn"));
        inputs.put("endpointPrivateAccess", true);
        inputs.put("endpointPublicAccess", false);
        inputs.put("version", "1.35");
        inputs.put("createOidcProvider", oidcProvider);
        inputs.put("vpcCniOptions", vpcCniOptions(export));
        inputs.put(
                "kubeProxyAddonOptions",
                Map.of("version", "v1.35.0-eksbuild.2", "resolveConflictsOnUpdate", "PRESERVE"));
        inputs.put("corednsAddonOptions", Map.of("enabled", false));
        inputs.put("nodeAssociatePublicIpAddress", false);
        inputs.put("tags", Map.of("env", "prod"));
        var struct = Wire.ofPlain(inputs).getStructValue().toBuilder()
                .putFields(
                        "serviceRole",
                        Wire.resource(URN + "aws:iam/role:Role::cluster-role", export.outputOf("cluster-role", "id")));
        return new Construction("prod", struct.build(), dependencies());
    }

    private static Map<String, Set<String>> dependencies() {
        var subnet = URN + "aws:ec2/subnet:Subnet::private-";
        return Map.of(
                "vpcId", Set.of(URN + "aws:ec2/vpc:Vpc::vpc"),
                "privateSubnetIds", Set.of(subnet + 0, subnet + 1, subnet + 2),
                "encryptionConfigKeyArn", Set.of(URN + "aws:kms/key:Key::secrets-key"),
                "serviceRole", Set.of(URN + "aws:iam/role:Role::cluster-role"));
    }

    /** The arguments that differ between the exports are read from them. */
    private static Map<String, Object> accessEntries(StateExport export) {
        var admin = export.outputOf("prod-admin", "principalArn");
        return Map.of(
                "admin",
                Map.of("principalArn", admin, "accessPolicies", Map.of("admin", policy("ClusterAdmin", "cluster"))),
                "viewer",
                Map.of(
                        "principalArn",
                        "arn:aws:iam::123456789012:role/eks-viewer",
                        "username",
                        "viewer",
                        "kubernetesGroups",
                        List.of("viewers"),
                        "accessPolicies",
                        Map.of("view", policy("AdminView", "namespace"))));
    }

    private static Map<String, Object> policy(String name, String scope) {
        return Map.of(
                "policyArn",
                "arn:aws:eks::aws:cluster-access-policy/AmazonEKS" + name + "Policy",
                "accessScope",
                "cluster".equals(scope)
                        ? Map.of("type", scope)
                        : Map.of("type", scope, "namespaces", List.of("default", "apps")));
    }

    private static Map<String, Object> vpcCniOptions(StateExport export) {
        var options = new LinkedHashMap<String, Object>();
        options.put("enableNetworkPolicy", true);
        options.put("addonVersion", "v1.20.4-eksbuild.1");
        if (export.outputOf("prod-vpc-cni", "configurationValues").contains("strict")
                || export.componentUrns().stream().anyMatch(urn -> isStrictCni(export, urn))) {
            options.put("serviceAccountRoleArn", export.outputOf("cni-role", "arn"));
            options.put(
                    "configurationValues",
                    Map.of(
                            "nodeAgent", Map.of("enablePolicyEventLogs", "true"),
                            "env", Map.of("NETWORK_POLICY_ENFORCING_MODE", "strict")));
        }
        return options;
    }

    private static boolean isStrictCni(StateExport export, String urn) {
        return export.resource(urn)
                .path("inputs")
                .path("configurationValues")
                .asText()
                .contains("strict");
    }

    /** Before the provider's Check, which adds generated names and provider versions. */
    private static Object realInputs(String urn, StateExport export) {
        var inputs = StateExport.struct(export.resource(urn).path("inputs")).toBuilder();
        inputs.removeFields("name").removeFields("__internal");
        if (urn.contains("pulumi:providers:kubernetes")) {
            inputs.removeFields("version");
        }
        if (urn.equals(OIDC)) {
            inputs.removeFields("thumbprintLists");
        }
        return StateExport.plain(creatorAdminAsRegistered(urn, inputs));
    }

    /** One export was made with a policy pack that switches the creator's admin rights off after registration. */
    private static Value creatorAdminAsRegistered(String urn, Struct.Builder inputs) {
        if (urn.equals(CLUSTER)) {
            var config = inputs.getFieldsOrThrow("accessConfig").getStructValue().toBuilder();
            inputs.putFields(
                    "accessConfig",
                    Wire.struct(config.putFields("bootstrapClusterCreatorAdminPermissions", Wire.bool(true))
                            .build()));
        }
        return Wire.struct(inputs.build());
    }

    private static Object inputs(String urn, Registration registration) {
        var inputs = registration.object().toBuilder();
        if (urn.equals(OIDC)) {
            inputs.removeFields("thumbprintLists");
        }
        return StateExport.plain(Wire.struct(inputs.build()));
    }

    private static List<String> strings(com.fasterxml.jackson.databind.JsonNode array) {
        var strings = new java.util.ArrayList<String>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    /** Knows no output of anything, as before the first update. */
    private static final class PreviewOfTheRealEngine implements Registrar {
        @Override
        public Registered register(Registration registration) {
            return new Registered(
                    URN + registration.type() + "::" + registration.name(), "", Struct.getDefaultInstance());
        }

        @Override
        public Struct outputsOf(String urn) {
            return Struct.getDefaultInstance();
        }
    }
}
