package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.EventLog.Violation;
import dev.palisade.e2e.standin.Weakening;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake at a time in an otherwise compliant stack; the stand-ins make it as if the program had. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("long")
class GateIT {

    /** Blocks of four lines: the policy that must stop it, the resource's type, its name, a merge patch. */
    private static final String MISTAKES = """
            security-group-opens-web-ports-only
            aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule
            database-from-nodes-tcp-5432
            {"cidrIpv4": "0.0.0.0/0", "referencedSecurityGroupId": null}

            security-group-open-to-the-internet-is-the-load-balancers
            aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule
            nodes-from-load-balancer-tcp-5000
            {"cidrIpv4": "0.0.0.0/0", "fromPort": 443, "toPort": 443, "referencedSecurityGroupId": null}

            default-security-group-is-empty
            aws:ec2/defaultSecurityGroup:DefaultSecurityGroup
            default
            {"egress": [{"protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["0.0.0.0/0"]}]}

            subnet-assigns-no-public-address
            aws:ec2/subnet:Subnet
            private-eu-central-1a
            {"mapPublicIpOnLaunch": true}

            flow-log-records-everything
            aws:ec2/flowLog:FlowLog
            vpc
            {"trafficType": "REJECT"}

            kms-key-rotates
            aws:kms/key:Key
            secrets
            {"enableKeyRotation": false}

            log-group-is-kept-for-a-year
            aws:cloudwatch/logGroup:LogGroup
            control-plane
            {"retentionInDays": 7}

            eks-logs-the-control-plane
            aws:eks/cluster:Cluster
            palisade-dev-eksCluster
            {"enabledClusterLogTypes": ["api"]}

            eks-secrets-are-encrypted
            aws:eks/cluster:Cluster
            palisade-dev-eksCluster
            {"encryptionConfig": null}

            eks-endpoint-is-private
            aws:eks/cluster:Cluster
            palisade-dev-eksCluster
            {"vpcConfig": {"publicAccessCidrs": ["0.0.0.0/0"]}}

            eks-authenticates-by-access-entries
            aws:eks/cluster:Cluster
            palisade-dev-eksCluster
            {"accessConfig": {"authenticationMode": "CONFIG_MAP"}}

            cni-enforces-network-policies
            aws:eks/addon:Addon
            vpc-cni
            {"configurationValues": "{}"}

            instance-requires-imds-v2
            aws:ec2/launchTemplate:LaunchTemplate
            node
            {"metadataOptions": {"httpTokens": "optional"}}

            launch-template-encrypts-volumes
            aws:ec2/launchTemplate:LaunchTemplate
            node
            {"blockDeviceMappings": [{"deviceName": "/dev/xvda", "ebs": {"encrypted": "false"}}]}

            iam-trust-names-its-principals
            aws:iam/role:Role
            node
            {"assumeRolePolicy": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"sts:AssumeRole\\"}]}"}

            listener-negotiates-modern-tls
            aws:lb/listener:Listener
            https
            {"sslPolicy": "ELBSecurityPolicy-2016-08"}

            alb-rejects-malformed-requests
            aws:lb/loadBalancer:LoadBalancer
            service
            {"dropInvalidHeaderFields": false}

            web-acl-has-managed-groups
            aws:wafv2/webAcl:WebAcl
            service
            {"rules": []}

            bucket-blocks-public-access
            aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock
            access-logs
            {"blockPublicPolicy": false}

            ecr-tags-are-immutable
            aws:ecr/repository:Repository
            service
            {"imageTagMutability": "MUTABLE"}

            pod-shares-nothing-with-its-node
            kubernetes:apps/v1:Deployment
            service
            {"spec": {"template": {"spec": {"hostNetwork": true}}}}

            pod-volumes-are-restricted
            kubernetes:apps/v1:Deployment
            service
            {"spec": {"template": {"spec": {"volumes": [{"name": "node", "hostPath": {"path": "/"}}]}}}}
            """;

    private final LiveStack live;

    GateIT(@TempDir Path scratch) throws IOException {
        live = new LiveStack(scratch, "dev");
    }

    @BeforeAll
    void theStackIsCompliantWithoutTheMistake() {
        var preview = live.gated("preview");
        assertThat(preview.exitCode()).as(preview.outcome().everything()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeStopsPreviewAndUpAndNothingIsCreated(String policy, Weakening mistake) throws IOException {
        live.behaviour().reset();
        live.behaviour().weaken(mistake);

        for (var command : new String[] {"preview", "up"}) {
            var run = live.gated(command);

            assertThat(run.exitCode()).as(command).isNotZero();
            assertThat(run.events().violations())
                    .filteredOn(it -> it.level().equals("mandatory"))
                    .extracting(Violation::policy)
                    .as(run.outcome().everything())
                    .contains(policy);
            assertThat(run.outcome().everything()).contains(policy);
        }
        assertThat(live.cloud().creations()).isZero();
        assertThat(live.pulumi().export().made()).isEmpty();
    }

    static Stream<Object[]> mistakes() {
        return Arrays.stream(MISTAKES.strip().split("\\n\\n"))
                .map(block -> block.split("\\n", 4))
                .map(lines -> new Object[] {lines[0], Weakening.of(lines[1], lines[2], lines[3])});
    }

    @AfterAll
    void stop() {
        live.close();
    }
}
