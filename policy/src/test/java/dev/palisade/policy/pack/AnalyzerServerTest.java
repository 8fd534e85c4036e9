package dev.palisade.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.policy.exemption.Exemption;
import dev.palisade.policy.exemption.Exemptions;
import dev.palisade.policy.gate.Remediator;
import dev.palisade.policy.graph.Signatures;
import dev.palisade.policy.rules.Remediations;
import dev.palisade.policy.rules.kms.KmsKeyRotates;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

class AnalyzerServerTest {
    private static final String URN = "urn:pulumi:dev::palisade::aws:kms/key:Key::data";
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final List<Runnable> stops = new ArrayList<>();

    @AfterEach
    void stop() {
        stops.forEach(Runnable::run);
    }

    @Test
    void blocksAResourceThatViolatesAPolicyBeforeItIsCreated() throws IOException {
        AnalyzeDiagnostic diagnostic =
                started(Exemptions.NONE).analyze(key(bool(false))).getDiagnostics(0);
        assertThat(diagnostic.getPolicyName()).isEqualTo("kms-key-rotates");
        assertThat(diagnostic.getUrn()).isEqualTo(URN);
        assertThat(diagnostic.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(diagnostic.getMessage()).contains("does not rotate").contains("Remedy:");
    }

    @Test
    void saysNothingOfAResourceThatComplies() throws IOException {
        assertThat(started(Exemptions.NONE).analyze(key(bool(true))).getDiagnosticsList())
                .isEmpty();
    }

    @Test
    void takesWhatIsUnknownForAdviceInAPreviewOncePerPolicyAndBlocksItAtUp() throws IOException {
        var engine = started(Exemptions.NONE);
        AnalyzeRequest unknown =
                key(Value.newBuilder().setStringValue(Signatures.UNKNOWN).build());
        engine.configureStack(
                AnalyzerStackConfigureRequest.newBuilder().setDryRun(true).build());
        assertThat(engine.analyze(unknown).getDiagnosticsList()).isEmpty();
        assertThat(engine.analyzeStack(keys("data")).getDiagnosticsList())
                .singleElement()
                .satisfies(advice -> {
                    assertThat(advice.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
                    assertThat(advice.getUrn()).endsWith("::data");
                    assertThat(advice.getMessage()).startsWith("UNKNOWN: not known yet whether: ");
                });
        assertThat(engine.analyzeStack(keys("a", "b", "c", "d")).getDiagnosticsList())
                .singleElement()
                .satisfies(advice -> {
                    assertThat(advice.getUrn()).isEmpty();
                    assertThat(advice.getMessage())
                            .startsWith("UNKNOWN for 4 resources (a; b; c and 1 more): not known");
                });

        engine.configureStack(
                AnalyzerStackConfigureRequest.newBuilder().setDryRun(false).build());
        assertThat(engine.analyze(unknown).getDiagnosticsList()).singleElement().satisfies(violation -> {
            assertThat(violation.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
            assertThat(violation.getMessage()).startsWith("UNKNOWN");
        });
        assertThat(engine.analyzeStack(keys("a", "b")).getDiagnosticsList()).isEmpty();
    }

    @Test
    void showsAnExemptedViolationAsAdvice() throws IOException {
        Exemptions exemptions = new Exemptions(List.of(new Exemption(
                "EX-1",
                "kms-key-rotates",
                "aws:kms/key:Key::data",
                "a reason of more than three words",
                "platform",
                LocalDate.of(2026, 12, 1),
                List.of())));
        AnalyzeDiagnostic diagnostic =
                started(exemptions).analyze(key(bool(false))).getDiagnostics(0);
        assertThat(diagnostic.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
        assertThat(diagnostic.getMessage()).contains("exempted by EX-1");
    }

    @Test
    void doesNotRepeatForTheStackWhatItSaidOfTheResource() throws IOException {
        AnalyzeStackRequest stack = AnalyzeStackRequest.newBuilder()
                .addResources(AnalyzerResource.newBuilder()
                        .setUrn(URN)
                        .setType("aws:kms/key:Key")
                        .setName("data"))
                .build();
        assertThat(started(Exemptions.NONE).analyzeStack(stack).getDiagnosticsList())
                .isEmpty();
    }

    @Test
    void letsTheConfigurationMakeAPolicyAdvisoryButNotSwitchItOff() throws IOException {
        var engine = started(Exemptions.NONE);
        engine.configure(configuration("kms-key-rotates", EnforcementLevel.ADVISORY));
        assertThat(engine.analyze(key(bool(false))).getDiagnostics(0).getEnforcementLevel())
                .isEqualTo(EnforcementLevel.ADVISORY);
        assertThatThrownBy(() -> engine.configure(configuration("kms-key-rotates", EnforcementLevel.DISABLED)))
                .hasMessageContaining("\"kms-key-rotates\" cannot be switched off");
        assertThatThrownBy(() -> engine.configure(configuration("no-such", EnforcementLevel.ADVISORY)))
                .hasMessageContaining("\"no-such\" is no policy");
    }

    @Test
    void switchesOffTheCreatorsAdminRightsThatTheComponentHardCodes() throws IOException {
        Struct access = Struct.newBuilder()
                .putFields(
                        "authenticationMode",
                        Value.newBuilder().setStringValue("API").build())
                .putFields("bootstrapClusterCreatorAdminPermissions", bool(true))
                .build();
        AnalyzeRequest cluster = AnalyzeRequest.newBuilder()
                .setUrn("urn:pulumi:dev::palisade::eks:index:Cluster$aws:eks/cluster:Cluster::c-eksCluster")
                .setType("aws:eks/cluster:Cluster")
                .setName("c-eksCluster")
                .setProperties(Struct.newBuilder()
                        .putFields(
                                "name", Value.newBuilder().setStringValue("c").build())
                        .putFields(
                                "accessConfig",
                                Value.newBuilder().setStructValue(access).build()))
                .build();
        var remediations = started(Exemptions.NONE).remediate(cluster).getRemediationsList();
        Struct fixed = remediations.get(remediations.size() - 1).getProperties();
        assertThat(fixed.getFieldsOrThrow("name").getStringValue()).isEqualTo("c");
        assertThat(fixed.getFieldsOrThrow("accessConfig").getStructValue())
                .isEqualTo(access.toBuilder()
                        .putFields("bootstrapClusterCreatorAdminPermissions", bool(false))
                        .build());
    }

    @Test
    void tellsTheEngineWhatEachPolicyIsAbout() throws IOException {
        AnalyzerInfo info = started(Exemptions.NONE).getAnalyzerInfo(Empty.getDefaultInstance());
        assertThat(info.getName()).isEqualTo("palisade");
        assertThat(info.getPolicies(0).getName()).isEqualTo("kms-key-rotates");
        assertThat(info.getPolicies(0).getRemediationSteps()).isNotBlank();
        assertThat(info.getPolicies(0).getFramework().getReference()).isNotBlank();
        assertThat(info.getPolicies(0).getTagsList()).contains("X4");
    }

    /** A stack of keys whose rotation is not known. */
    private static AnalyzeStackRequest keys(String... names) {
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        for (String name : names) {
            stack.addResources(AnalyzerResource.newBuilder()
                    .setUrn("urn:pulumi:dev::palisade::aws:kms/key:Key::" + name)
                    .setType("aws:kms/key:Key")
                    .setName(name)
                    .setProperties(Struct.newBuilder()
                            .putFields(
                                    "enableKeyRotation",
                                    Value.newBuilder()
                                            .setStringValue(Signatures.UNKNOWN)
                                            .build())));
        }
        return stack.build();
    }

    private AnalyzerGrpc.AnalyzerBlockingStub started(Exemptions exemptions) throws IOException {
        Server server = Main.started(new AnalyzerServer(
                CompletableFuture.completedFuture(
                        new Declared(List.of(new KmsKeyRotates()), new Remediator(Remediations.all()), exemptions)),
                TODAY));
        stops.add(server::shutdownNow);
        ManagedChannel channel = OkHttpChannelBuilder.forAddress("localhost", server.getPort())
                .usePlaintext()
                .build();
        stops.add(channel::shutdownNow);
        return AnalyzerGrpc.newBlockingStub(channel);
    }

    private static AnalyzeRequest key(Value rotation) {
        return AnalyzeRequest.newBuilder()
                .setUrn(URN)
                .setType("aws:kms/key:Key")
                .setName("data")
                .setProperties(Struct.newBuilder().putFields("enableKeyRotation", rotation))
                .build();
    }

    private static Value bool(boolean value) {
        return Value.newBuilder().setBoolValue(value).build();
    }

    private static ConfigureAnalyzerRequest configuration(String policy, EnforcementLevel level) {
        return ConfigureAnalyzerRequest.newBuilder()
                .putPolicyConfig(
                        policy,
                        PolicyConfig.newBuilder().setEnforcementLevel(level).build())
                .build();
    }
}
