package dev.palisade.preview.program;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** A network, a key, a cluster and a namespace: one of each thing that the recorder has to understand. */
public final class SmallPlatform {
    private SmallPlatform() {}

    public static void stack(Context context) {
        var aws = new Provider(
                "aws",
                ProviderArgs.builder()
                        .region("eu-central-1")
                        .allowedAccountIds("111122223333")
                        .defaultTags(ProviderDefaultTagsArgs.builder()
                                .tags(Map.of("Project", "test"))
                                .build())
                        .build(),
                CustomResourceOptions.Empty);
        var network = new Network(aws);
        var inNetwork = CustomResourceOptions.builder()
                .parent(network)
                .protect(true)
                .retainOnDelete(true)
                .ignoreChanges("tags")
                .build();
        var vpc = new Vpc("vpc", VpcArgs.builder().cidrBlock("10.0.0.0/16").build(), inNetwork);
        var subnet = new Subnet(
                "private",
                SubnetArgs.builder()
                        .vpcId(vpc.id())
                        .cidrBlock("10.0.1.0/24")
                        .availabilityZone("eu-central-1b")
                        .build(),
                CustomResourceOptions.builder().parent(network).build());
        network.finish(vpc.id());

        var onAws = CustomResourceOptions.builder().provider(aws).build();
        var role = new Role(
                "control-plane", RoleArgs.builder().assumeRolePolicy("{}").build(), onAws);
        var key = new Key("secrets", KeyArgs.Empty, onAws);
        var cluster = new TestCluster(vpc.id(), Output.all(List.of(subnet.id())), role, key.arn(), aws);
        var kubernetes = new com.pulumi.kubernetes.Provider(
                "kubernetes",
                com.pulumi.kubernetes.ProviderArgs.builder()
                        .kubeconfig(cluster.kubeconfigJson())
                        .build(),
                CustomResourceOptions.Empty);
        new Namespace(
                "apps",
                com.pulumi.kubernetes.core.v1.NamespaceArgs.Empty,
                CustomResourceOptions.builder().provider(kubernetes).build());
        // No provider is given: the engine makes a default one.
        new BucketV2("logs");

        context.export("vpcArn", vpc.arn());
        context.export("issuer", cluster.oidcProviderUrl());
        context.export("password", context.config().requireSecret("password"));
    }

    private static final class Network extends ComponentResource {
        Network(Provider aws) {
            super(
                    "test:network:Network",
                    "network",
                    ComponentResourceOptions.builder().providers(aws).build());
        }

        void finish(Output<String> vpcId) {
            registerOutputs(Map.of("vpcId", vpcId));
        }
    }
}
