package dev.palisade.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemediationsTest {
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";

    @Test
    void everyRemediationIsListedOnce() {
        List<String> written = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.palisade.policy.rules")
                        .stream()
                        .filter(type -> type.isAssignableTo(Remediation.class))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(Remediations.all().stream().map(one -> one.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(Remediations.all()).allSatisfy(one -> assertThat(one.done()).endsWith("."));
    }

    @Test
    void theCreatorOfAClusterLosesItsAdministratorPermissions() {
        Value.Fields fixed = fix(cluster()
                        .set("name", "c")
                        .set("accessConfig.authenticationMode", "API")
                        .set("accessConfig.bootstrapClusterCreatorAdminPermissions", true))
                .orElseThrow();
        assertThat(fixed)
                .isEqualTo(Values.ofJson(Map.of(
                        "name",
                        "c",
                        "accessConfig",
                        Map.of("authenticationMode", "API", "bootstrapClusterCreatorAdminPermissions", false),
                        "upgradePolicy",
                        Map.of("supportType", "EXTENDED"))));
    }

    @Test
    void aClusterGetsStandardSupportUnlessItChoseAnother() {
        assertThat(fix(ResourceBuilder.resource(CLUSTER, "c")).orElseThrow())
                .isEqualTo(Values.ofJson(Map.of("upgradePolicy", Map.of("supportType", "STANDARD"))));
        assertThat(fix(ResourceBuilder.resource(CLUSTER, "c").set("upgradePolicy.supportType", "EXTENDED")))
                .isEmpty();
    }

    @Test
    void evenWhereAwsWouldGrantThemUnasked() {
        assertThat(fix(cluster().set("accessConfig.authenticationMode", "API"))).isPresent();
    }

    @Test
    void butNotWhereNobodyElseCouldEnter() {
        assertThat(fix(cluster()
                        .set("accessConfig.authenticationMode", "CONFIG_MAP")
                        .set("accessConfig.bootstrapClusterCreatorAdminPermissions", true)))
                .isEmpty();
        assertThat(fix(cluster())).isEmpty();
    }

    @Test
    void instanceMetadataWantsTokens() {
        ResourceBuilder template =
                ResourceBuilder.resource(TEMPLATE, "t").set("metadataOptions.httpTokens", "optional");
        assertThat(fix(template).orElseThrow().field("metadataOptions").field("httpTokens"))
                .isEqualTo(Value.of("required"));
        assertThat(fix(ResourceBuilder.resource("aws:ec2/instance:Instance", "i")))
                .isPresent();
        assertThat(fix(template.set("metadataOptions.httpTokens", "required"))).isEmpty();
    }

    @Test
    void everyVolumeOfALaunchTemplateIsEncrypted() {
        ResourceBuilder template = ResourceBuilder.resource(TEMPLATE, "t")
                .set("metadataOptions.httpTokens", "required")
                .set(
                        "blockDeviceMappings",
                        List.of(
                                Map.of("deviceName", "/dev/xvda", "ebs", Map.of("volumeSize", 20)),
                                Map.of("deviceName", "/dev/xvdb", "ebs", Map.of("encrypted", "false")),
                                Map.of("deviceName", "/dev/xvdc", "virtualName", "ephemeral0")));
        assertThat(fix(template).orElseThrow().field("blockDeviceMappings"))
                .isEqualTo(Values.ofJson(List.of(
                        Map.of("deviceName", "/dev/xvda", "ebs", Map.of("volumeSize", 20, "encrypted", "true")),
                        Map.of("deviceName", "/dev/xvdb", "ebs", Map.of("encrypted", "true")),
                        Map.of("deviceName", "/dev/xvdc", "virtualName", "ephemeral0"))));
        assertThat(fix(ResourceBuilder.resource("aws:ebs/volume:Volume", "v"))).isPresent();
    }

    @Test
    void anAlbDropsInvalidHeadersAndOtherBalancersStayAsTheyAre() {
        assertThat(fix(ResourceBuilder.resource(BALANCER, "b")).orElseThrow().field("dropInvalidHeaderFields"))
                .isEqualTo(new Value.Bool(true));
        assertThat(fix(ResourceBuilder.resource(BALANCER, "b").set("loadBalancerType", "network")))
                .isEmpty();
    }

    @Test
    void aProviderWithoutTagsGetsThem() {
        ResourceBuilder provider = ResourceBuilder.resource("pulumi:providers:aws", "aws");
        assertThat(fix(provider).orElseThrow().field("defaultTags"))
                .isEqualTo(Value.of("{\"tags\":{\"project\":\"palisade\",\"stack\":\"test\"}}"));
        assertThat(fix(provider.set("defaultTags", "{}"))).isEmpty();
    }

    @Test
    void nothingIsFixedThatIsNotKnownYet() {
        assertThat(fix(cluster()
                        .set("accessConfig.authenticationMode", "API")
                        .unknown("accessConfig.bootstrapClusterCreatorAdminPermissions")))
                .isEmpty();
        assertThat(fix(ResourceBuilder.resource(TEMPLATE, "t")
                        .unknown("metadataOptions")
                        .unknown("blockDeviceMappings")))
                .isEmpty();
        assertThat(fix(ResourceBuilder.resource(BALANCER, "b").unknown("dropInvalidHeaderFields")))
                .isEmpty();
    }

    /** One whose support is chosen already. */
    private static ResourceBuilder cluster() {
        return ResourceBuilder.resource(CLUSTER, "c").set("upgradePolicy.supportType", "EXTENDED");
    }

    /** What all remediations together make of a resource. */
    private static Optional<Value.Fields> fix(ResourceBuilder builder) {
        Graph graph = StackBuilder.stack(builder).build();
        Resource resource = graph.find(builder.urn()).orElseThrow();
        Resource fixed = resource;
        for (Remediation remediation : Remediations.all()) {
            if (remediation.types().contains(fixed.type())) {
                fixed = remediation.fix(fixed).map(fixed::withInputs).orElse(fixed);
            }
        }
        return fixed.equals(resource) ? Optional.empty() : Optional.of(fixed.inputs());
    }
}
