package dev.palisade.preview.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.preview.program.AskingProgram;
import dev.palisade.preview.program.RefusingProgram;
import dev.palisade.preview.program.SmallPlatform;
import dev.palisade.preview.program.ThrowingProgram;
import dev.palisade.preview.program.WaitingProgram;
import dev.palisade.preview.stack.StackConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final String URN = "urn:pulumi:test::small::";
    private static final String NETWORK = URN + "test:network:Network::network";
    private static final String CLUSTER = URN + "eks:index:Cluster$aws:eks/cluster:Cluster::test-eksCluster";

    private static Graph graph;

    @BeforeAll
    static void record() throws Exception {
        graph = recorder(SmallPlatform::stack).record().graph();
    }

    @Test
    void aChildHasItsParentItsTypeChainAndItsOptions() {
        var vpc = find(URN + "test:network:Network$aws:ec2/vpc:Vpc::vpc");

        assertThat(vpc.parent()).isEqualTo(NETWORK);
        assertThat(vpc.options().protect()).isTrue();
        assertThat(vpc.options().retainOnDelete()).isTrue();
        assertThat(vpc.options().ignoreChanges()).containsExactly("tags");
        assertThat(vpc.provider()).startsWith(URN + "pulumi:providers:aws::aws::");
    }

    @Test
    void dependenciesAreKnownPropertyByProperty() {
        var subnet = find(URN + "test:network:Network$aws:ec2/subnet:Subnet::private");
        var vpc = URN + "test:network:Network$aws:ec2/vpc:Vpc::vpc";

        assertThat(subnet.dependencies()).containsExactly(vpc);
        assertThat(subnet.propertyDependencies())
                .containsEntry("vpcId", Set.of(vpc))
                .containsEntry("cidrBlock", Set.of());
        assertThat(subnet.inputs().field("vpcId").text())
                .contains(String.valueOf(find(vpc).id()));
    }

    @Test
    void outputsSpeakOfTheProvidersRegionAccountAndTags() {
        var vpc = find(URN + "test:network:Network$aws:ec2/vpc:Vpc::vpc");

        assertThat(vpc.id()).matches("vpc-[0-9a-f]{17}");
        assertThat(text(vpc, "arn")).isEqualTo("arn:aws:ec2:eu-central-1:111122223333:vpc/" + vpc.id());
        assertThat(vpc.outputs().field("tagsAll").field("Project").text()).contains("test");
    }

    @Test
    void aResourceWithoutAProviderGetsTheDefaultOneOfItsVersion() {
        var bucket = find(URN + "aws:s3/bucketV2:BucketV2::logs");

        assertThat(bucket.provider()).startsWith(URN + "pulumi:providers:aws::default_6_83_0::");
        assertThat(find(ProviderReference.urn(String.valueOf(bucket.provider())))
                        .custom())
                .isTrue();
    }

    @Test
    void thePackagedClusterIsExpandedIntoItsChildrenAndItsOutputsReachTheProgram() {
        var cluster = find(CLUSTER);

        assertThat(cluster.inputs().field("accessConfig").field("bootstrapClusterCreatorAdminPermissions"))
                .isEqualTo(new Value.Bool(true));
        assertThat(cluster.inputs()
                        .field("encryptionConfig")
                        .field("provider")
                        .field("keyArn")
                        .text()
                        .orElse(""))
                .startsWith("arn:aws:kms:eu-central-1:111122223333:key/");
        assertThat(cluster.provider()).startsWith(URN + "pulumi:providers:aws::aws::");
        assertThat(find(URN + "eks:index:Cluster::test").inputs().values()).isEmpty();
        assertThat(find(URN + "pulumi:providers:kubernetes::kubernetes")
                        .inputs()
                        .field("kubeconfig")
                        .text()
                        .orElse(""))
                .contains(text(cluster, "endpoint"));
    }

    @Test
    void componentAndStackOutputsAreRecordedAndSecretsStaySecret() {
        assertThat(find(NETWORK).outputs().field("vpcId").text().orElse("")).startsWith("vpc-");
        var stack = graph.stack().orElseThrow();
        assertThat(stack.urn()).isEqualTo(URN + "pulumi:pulumi:Stack::small-test");
        assertThat(text(stack, "issuer")).startsWith("https://oidc.eks.eu-central-1.amazonaws.com/id/");
        assertThat(stack.outputs().field("password").isSecret()).isTrue();
    }

    @Test
    void nothingIsLeftUnknown() {
        assertThat(graph.resources()).allSatisfy(resource -> assertThat(
                        resource.inputs().hasUnknown() || resource.outputs().hasUnknown())
                .as(resource.urn())
                .isFalse());
    }

    @Test
    void anotherRunGivesTheSameGraphInTheSameOrder() throws Exception {
        var again = recorder(SmallPlatform::stack).record().graph();

        assertThat(again.resources()).containsExactlyElementsOf(graph.resources());
    }

    @Test
    void aProgramThatThrowsIsReportedByItsCauseAndItsLine() {
        assertThatThrownBy(() -> recorder(ThrowingProgram::stack).record())
                .isInstanceOf(ProgramFailed.class)
                .hasMessageStartingWith("the zones do not fit the network (ThrowingProgram.java:")
                .hasMessageNotContaining("\n")
                .extracting(failed -> ((ProgramFailed) failed).details())
                .asString()
                .contains("\tat dev.palisade.preview.program.ThrowingProgram");
    }

    @Test
    void aProgramThatLacksAClassIsReportedToo() {
        assertThatThrownBy(() -> recorder(context -> {
                            throw new NoClassDefFoundError("com/example/Gone");
                        })
                        .record())
                .isInstanceOf(ProgramFailed.class)
                .hasMessageContaining("com/example/Gone");
    }

    @Test
    void aProgramThatRefusesItsSettingsIsReportedInItsOwnWords() {
        assertThatThrownBy(() -> recorder(RefusingProgram::stack).record())
                .isInstanceOf(ProgramFailed.class)
                .hasMessage("Pulumi.test.yaml has 1 bad setting:\n  - palisade:zones is missing");
    }

    @Test
    void aProgramThatLogsAnErrorHasFailedThoughItCameToItsEnd() {
        assertThatThrownBy(() -> recorder(context -> {
                            context.log().warn("the zone is old");
                            context.log().error("the zone is gone");
                        })
                        .record())
                .isInstanceOf(ProgramFailed.class)
                .hasMessage("the zone is gone");
    }

    @Test
    void whatAProgramSaysIsKeptAndWhatTheSdkNotesIsNot() throws Exception {
        var recording = recorder(context -> {
                    context.log().info("three zones");
                    context.log().warn("the zone is old");
                })
                .record();

        assertThat(recording.diagnostics())
                .containsExactly(
                        new Diagnostic(Diagnostic.Level.INFO, "three zones"),
                        new Diagnostic(Diagnostic.Level.WARNING, "the zone is old"));
    }

    @Test
    void aQuestionThatOnlyAnAccountCouldAnswerIsNamedWithItsRemedy() {
        assertThatThrownBy(() -> recorder(AskingProgram::stack).record())
                .isInstanceOf(ProgramFailed.class)
                .hasMessageContaining("aws:index/getAvailabilityZones:getAvailabilityZones")
                .hasMessageContaining("take the value from the stack's settings");
    }

    @Test
    void aProgramThatWaitsForItselfIsGivenUpAndWhatItPrintsReachesNobody() {
        var before = System.out;
        var shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try (var program = new WaitingProgram()) {
            assertThatThrownBy(() ->
                            recorder(program::stack, Duration.ofMillis(300)).record())
                    .isInstanceOf(ProgramFailed.class)
                    .hasMessageContaining("it registered nothing for 0 s after")
                    .hasMessageContaining("look for a resource that depends on a component");
            System.out.print("shown");
        } finally {
            System.setOut(before);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("shown");
    }

    private static Recorder recorder(Program program) {
        return recorder(program, Duration.ofSeconds(60));
    }

    private static Recorder recorder(Program program, Duration patience) {
        return new Recorder(
                program,
                new StackConfiguration(
                        Path.of(""), "small", "test", Map.of("small:password", "synthetic"), Set.of("small:password")),
                List.of(),
                patience,
                count -> {});
    }

    private static Resource find(String urn) {
        return graph.find(urn).orElseThrow(() -> new AssertionError("no " + urn + " in " + graph.resources()));
    }

    private static String text(Resource resource, String output) {
        return resource.outputs().field(output).text().orElse("");
    }
}
