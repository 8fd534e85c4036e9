package dev.palisade.preview.program;

import com.pulumi.aws.Provider;
import com.pulumi.aws.iam.Role;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.List;

/** A binding of the packaged cluster component, as small as the test needs it. */
@ResourceType(type = "eks:index:Cluster")
final class TestCluster extends ComponentResource {
    @Export(
            name = "oidcProviderUrl",
            refs = {String.class},
            tree = "[0]")
    private Output<String> oidcProviderUrl;

    @Export(
            name = "kubeconfigJson",
            refs = {String.class},
            tree = "[0]")
    private Output<String> kubeconfigJson;

    @SuppressWarnings("NullAway.Init") // The SDK sets the exported fields.
    TestCluster(Output<String> vpcId, Output<List<String>> subnetIds, Role role, Output<String> keyArn, Provider aws) {
        super(
                "eks:index:Cluster",
                "test",
                new Arguments(vpcId, subnetIds, Output.of(role), keyArn),
                ComponentResourceOptions.builder()
                        .version("3.9.1")
                        .providers(aws)
                        .build(),
                true);
    }

    Output<String> oidcProviderUrl() {
        return oidcProviderUrl;
    }

    Output<String> kubeconfigJson() {
        return kubeconfigJson;
    }

    static final class AddonOptions extends ResourceArgs {
        @Import(name = "enabled")
        private final Boolean enabled = false;

        Boolean enabled() {
            return enabled;
        }
    }

    @SuppressWarnings("UnusedVariable") // The SDK reads annotated fields by reflection.
    static final class Arguments extends ResourceArgs {
        @Import(name = "vpcId")
        private final Output<String> vpcId;

        @Import(name = "privateSubnetIds")
        private final Output<List<String>> privateSubnetIds;

        @Import(name = "serviceRole")
        private final Output<Role> serviceRole;

        @Import(name = "encryptionConfigKeyArn")
        private final Output<String> encryptionConfigKeyArn;

        @Import(name = "authenticationMode")
        private final String authenticationMode = "API";

        @Import(name = "skipDefaultNodeGroup")
        private final Boolean skipDefaultNodeGroup = true;

        @Import(name = "skipDefaultSecurityGroups")
        private final Boolean skipDefaultSecurityGroups = true;

        @Import(name = "createInstanceRole")
        private final Boolean createInstanceRole = false;

        @Import(name = "useDefaultVpcCni")
        private final Boolean useDefaultVpcCni = true;

        @Import(name = "kubeProxyAddonOptions")
        private final AddonOptions kubeProxyAddonOptions = new AddonOptions();

        @Import(name = "corednsAddonOptions")
        private final AddonOptions corednsAddonOptions = new AddonOptions();

        Arguments(
                Output<String> vpcId,
                Output<List<String>> privateSubnetIds,
                Output<Role> serviceRole,
                Output<String> encryptionConfigKeyArn) {
            this.vpcId = vpcId;
            this.privateSubnetIds = privateSubnetIds;
            this.serviceRole = serviceRole;
            this.encryptionConfigKeyArn = encryptionConfigKeyArn;
        }
    }
}
