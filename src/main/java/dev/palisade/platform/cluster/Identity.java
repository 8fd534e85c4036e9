package dev.palisade.platform.cluster;

import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.TrustPolicy;
import dev.palisade.platform.room.Room;

/** Lets IAM believe the tokens that the cluster gives its service accounts (IRSA). */
public final class Identity extends Room {

    private final OpenIdConnectProvider provider;

    /** Registers the cluster's issuer with IAM, for the audience of STS alone. */
    public Identity(Cluster cluster, ComponentResourceOptions options) {
        super("cluster:Identity", "identity", options);
        provider = new OpenIdConnectProvider(
                "cluster",
                OpenIdConnectProviderArgs.builder()
                        .url(cluster.issuer())
                        .clientIdLists("sts.amazonaws.com")
                        .build(),
                inside());
        finished();
    }

    /** The trust policy of a role that one service account, and nobody else, may assume. */
    public Output<String> trust(String namespace, String serviceAccount) {
        return TrustPolicy.serviceAccount(provider.arn(), provider.url(), namespace, serviceAccount);
    }
}
