package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.EventLog.Violation;
import dev.palisade.e2e.standin.Weakening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake at a time in an otherwise compliant stack; the stand-ins make it as if the program had. */
@TestInstance(Lifecycle.PER_CLASS)
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

            nodes-have-no-remote-access
            aws:eks/nodeGroup:NodeGroup
            nodes-eu-central-1a
            {"remoteAccess": {"ec2SshKey": "operations"}}

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

            load-balancer-is-logged
            aws:lb/loadBalancer:LoadBalancer
            service
            {"accessLogs": {"enabled": false}}

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
            """;

    /** Lines of the policy that must stop it and a setting of the program. */
    private static final String SETTINGS = """
            image-comes-from-allowed-registry palisade:image: docker.io/library/service@sha256:%s
            web-acl-limits-rate palisade:rateLimit: "100000"
            """.formatted("0".repeat(64));

    private final LiveStack live;
    private final List<Duration> took = new ArrayList<>();

    GateIT(@TempDir Path scratch) throws IOException {
        live = new LiveStack(scratch, "dev");
    }

    @BeforeAll
    void theStackIsCompliantWithoutTheMistake() {
        var preview = live.gated("preview");
        assertThat(preview.exitCode()).as(preview.outcome().everything()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @Tag("long")
    @MethodSource("mistakes")
    void aMistakeStopsPreviewAndUpAndNothingIsCreated(String policy, Weakening mistake) throws IOException {
        live.behaviour().weaken(mistake);
        try {
            assertStops(policy);
        } finally {
            live.behaviour().reset();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void aWeakSettingDoesToo(String policy, String setting) throws IOException {
        var file = live.pulumi().settings();
        var sound = Files.readString(file);
        Files.writeString(file, sound.replaceFirst("config:\n", "config:\n  " + setting + "\n"));
        try {
            assertStops(policy);
        } finally {
            Files.writeString(file, sound);
        }
    }

    private void assertStops(String policy) throws IOException {
        int before = live.cloud().creations();
        for (var command : List.of("preview", "up")) {
            var run = live.gated(command);

            took.add(run.outcome().took());
            assertThat(run.exitCode()).as(run.outcome().everything()).isNotZero();
            assertThat(run.events().violations())
                    .filteredOn(it -> it.level().equals("mandatory"))
                    .extracting(Violation::policy)
                    .as(run.outcome().everything())
                    .contains(policy);
            assertThat(run.outcome().everything()).contains(policy);
        }
        assertThat(live.cloud().creations()).isEqualTo(before);
        assertThat(live.pulumi().export().made()).isEmpty();
    }

    @Test
    @Tag("long")
    void whatThePackMendsIsMadeMended() throws IOException {
        live.behaviour()
                .weaken(Weakening.of(
                        "aws:ec2/launchTemplate:LaunchTemplate",
                        "node",
                        "{\"metadataOptions\": {\"httpTokens\": \"optional\"}}"));
        var up = live.gated("up");
        live.behaviour().reset();

        assertThat(up.exitCode()).as(up.outcome().everything()).isZero();
        assertThat(up.outcome().everything()).contains("require-imds-v2");
        assertThat(live.cloud().things())
                .filteredOn(it -> it.type().equals("aws:ec2/launchTemplate:LaunchTemplate"))
                .extracting(it -> it.inputs()
                        .getFieldsOrThrow("metadataOptions")
                        .getStructValue()
                        .getFieldsOrThrow("httpTokens")
                        .getStringValue())
                .containsOnly("required");
        live.destroy();
    }

    static Stream<Object[]> mistakes() {
        return Arrays.stream(MISTAKES.strip().split("\\n\\n"))
                .map(block -> block.split("\\n", 4))
                .map(lines -> new Object[] {lines[0], Weakening.of(lines[1], lines[2], lines[3])});
    }

    static Stream<Object[]> settings() {
        return SETTINGS.lines().map(line -> line.split(" ", 2));
    }

    @AfterAll
    void stop() {
        System.out.printf(
                "gate: %d runs stopped with the policy named, %.1f s each%n",
                took.size(),
                took.stream().mapToLong(Duration::toMillis).average().orElse(0) / 1000);
        live.close();
    }
}
