package dev.palisade.platform.eks;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;

/**
 * The packaged component {@code eks:index:Cluster}, as far as the platform uses it. Give it its AWS provider by {@code
 * providers}, since {@code provider} is dropped for a packaged component, and never make it the parent of what reads
 * its outputs.
 */
@ResourceType(type = EksCluster.TYPE)
public final class EksCluster extends ComponentResource {

    /** The plugin's version: the last line that works with version 6 of the AWS provider. */
    public static final String VERSION = "3.9.1";

    static final String TYPE = "eks:index:Cluster";

    @Export(name = "kubeconfigJson", refs = String.class, tree = "[0]")
    private Output<String> kubeconfigJson;

    @Export(name = "clusterSecurityGroupId", refs = String.class, tree = "[0]")
    private Output<String> clusterSecurityGroupId;

    @Export(name = "oidcProviderUrl", refs = String.class, tree = "[0]")
    private Output<String> oidcProviderUrl;

    /** Registers the component with the engine, which runs the plugin. */
    @SuppressWarnings("NullAway.Init") // The superclass fills the exported outputs by reflection.
    public EksCluster(String name, EksClusterArgs args, ComponentResourceOptions options) {
        super(
                TYPE,
                name,
                args,
                ComponentResourceOptions.merge(
                        ComponentResourceOptions.builder().version(VERSION).build(), options),
                true);
    }

    /** The kubeconfig as JSON, without a credential: it calls {@code aws eks get-token}. */
    public Output<String> kubeconfigJson() {
        return kubeconfigJson;
    }

    /** The group that EKS makes and puts on the control plane's network interfaces. */
    public Output<String> clusterSecurityGroupId() {
        return clusterSecurityGroupId;
    }

    /** The URL of the issuer of service account tokens. */
    public Output<String> oidcProviderUrl() {
        return oidcProviderUrl;
    }
}
