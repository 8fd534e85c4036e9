package dev.palisade.platform.eks;

import com.pulumi.aws.iam.Role;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of {@link EksCluster}. Plain Java types are plain in the component's schema too: an output there loses its
 * value without an error.
 */
@SuppressWarnings("UnusedVariable") // The SDK reads the fields by reflection.
public final class EksClusterArgs extends ResourceArgs {

    /** Switches off an add-on that the component would install. */
    public static final class AddonOptions extends ResourceArgs {

        @Import(name = "enabled")
        private final Boolean enabled;

        AddonOptions(boolean enabled) {
            this.enabled = enabled;
        }

        public boolean enabled() {
            return enabled;
        }
    }

    @Import(name = "name", required = true)
    private final Output<String> name;

    @Import(name = "version", required = true)
    private final Output<String> version;

    @Import(name = "vpcId", required = true)
    private final Output<String> vpcId;

    @Import(name = "privateSubnetIds", required = true)
    private final Output<List<String>> privateSubnetIds;

    @Import(name = "serviceRole", required = true)
    private final Output<Role> serviceRole;

    @Import(name = "encryptionConfigKeyArn", required = true)
    private final Output<String> encryptionConfigKeyArn;

    @Import(name = "enabledClusterLogTypes", required = true)
    private final Output<List<String>> enabledClusterLogTypes;

    @Import(name = "endpointPrivateAccess", required = true)
    private final Output<Boolean> endpointPrivateAccess = Output.of(true);

    @Import(name = "endpointPublicAccess", required = true)
    private final Output<Boolean> endpointPublicAccess;

    @Import(name = "publicAccessCidrs")
    @Nullable
    private final Output<List<String>> publicAccessCidrs;

    @Import(name = "kubernetesServiceIpAddressRange", required = true)
    private final Output<String> kubernetesServiceIpAddressRange;

    // What the component would add to the cluster is switched off: those resources are our own.
    @Import(name = "authenticationMode", required = true)
    private final String authenticationMode;

    @Import(name = "createOidcProvider", required = true)
    private final Output<Boolean> createOidcProvider = Output.of(false);

    @Import(name = "createInstanceRole", required = true)
    private final Boolean createInstanceRole;

    @Import(name = "skipDefaultNodeGroup", required = true)
    private final Boolean skipDefaultNodeGroup;

    @Import(name = "skipDefaultSecurityGroups", required = true)
    private final Boolean skipDefaultSecurityGroups;

    @Import(name = "useDefaultVpcCni", required = true)
    private final Boolean useDefaultVpcCni;

    @Import(name = "kubeProxyAddonOptions", required = true)
    private final AddonOptions kubeProxyAddonOptions = new AddonOptions(false);

    @Import(name = "corednsAddonOptions", required = true)
    private final AddonOptions corednsAddonOptions = new AddonOptions(false);

    @Import(name = "nodeAssociatePublicIpAddress", required = true)
    private final Boolean nodeAssociatePublicIpAddress;

    /**
     * A hardened cluster and nothing beside it.
     *
     * @param publicCidrs blocks that may reach the public endpoint; without any there is only the private one
     */
    public EksClusterArgs(
            String name,
            String version,
            Output<String> vpcId,
            Output<List<String>> subnetIds,
            Role serviceRole,
            Output<String> secretsKeyArn,
            List<String> logTypes,
            List<String> publicCidrs,
            String serviceCidr) {
        this.authenticationMode = "API";
        this.createInstanceRole = false;
        this.skipDefaultNodeGroup = true;
        this.skipDefaultSecurityGroups = true;
        this.useDefaultVpcCni = true;
        this.nodeAssociatePublicIpAddress = false;
        this.name = Output.of(name);
        this.version = Output.of(version);
        this.vpcId = vpcId;
        this.privateSubnetIds = subnetIds;
        this.serviceRole = Output.of(serviceRole);
        this.encryptionConfigKeyArn = secretsKeyArn;
        this.enabledClusterLogTypes = Output.of(logTypes);
        this.endpointPublicAccess = Output.of(!publicCidrs.isEmpty());
        this.publicAccessCidrs = publicCidrs.isEmpty() ? null : Output.of(publicCidrs);
        this.kubernetesServiceIpAddressRange = Output.of(serviceCidr);
    }
}
