package dev.palisade.e2e.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palisade.e2e.docs.Previews;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Other scanners judge prod as well; somebody has looked at everything that they find. {@code .ci/run} installs them. */
@TestInstance(Lifecycle.PER_CLASS)
class CrossCheckIT {
    private static final String PLAN = "plan.json";
    private static final String OBJECTS = "objects.yaml";
    private static final String BUILT_IN = "built-in.yaml";
    private static final String ANYBODY_BY_SSH = """
            [{"ruleNo": 1, "action": "allow", "protocol": "tcp", "cidrBlock": "0.0.0.0/0", "fromPort": 22, "toPort": 22}]
            """;

    private Export export;
    private Scanners scanners;
    private ReviewedFindings reviewed;

    @BeforeAll
    void exportProd(@TempDir Path directory) throws Exception {
        export = new Export(Previews.export("prod"));
        Files.writeString(directory.resolve(PLAN), TerraformPlan.of(export));
        Files.writeString(directory.resolve(OBJECTS), Manifests.of(export));
        Files.writeString(directory.resolve(BUILT_IN), Manifests.ofBuiltInKinds(export));
        scanners = new Scanners(directory);
        reviewed = ReviewedFindings.read(Repository.root().resolve("e2e/src/test/resources/crosscheck/reviewed.yaml"));
    }

    @Test
    void everyFindingOfTheirsIsReviewedAndNoReviewIsStale() throws Exception {
        Set<Finding> found = new TreeSet<>(scanners.checkov("terraform_plan", PLAN));
        found.addAll(scanners.checkov("kubernetes", OBJECTS));
        found.addAll(scanners.kubeScore(OBJECTS));
        assertThat(reviewed.differences(found)).isEmpty();
        System.out.printf("other scanners: %d findings, all reviewed%n", found.size());
    }

    /** Blocks, lists and references arrive: a scanner that understood nothing would find nothing either. */
    @Test
    void whatIsWeakenedHereIsFoundThere(@TempDir Path directory) throws Exception {
        Export weakened = new Export(Previews.export("prod"))
                .with("aws:kms/key:Key", "/enableKeyRotation", "false")
                .with("aws:ecr/repository:Repository", "/imageScanningConfiguration", "{\"scanOnPush\": false}")
                .with("aws:lb/loadBalancer:LoadBalancer", "/dropInvalidHeaderFields", "false")
                .with("aws:eks/cluster:Cluster", "/vpcConfig/endpointPublicAccess", "true")
                .with("aws:ec2/launchTemplate:LaunchTemplate", "/metadataOptions/httpTokens", "\"optional\"")
                .with("aws:lb/listener:Listener", "/defaultActions", "[{\"type\": \"forward\"}]")
                .with("aws:cloudtrail/trail:Trail", "/enableLogFileValidation", "false")
                .with("aws:ec2/networkAcl:NetworkAcl", "/ingress", ANYBODY_BY_SSH);
        Files.writeString(directory.resolve(PLAN), TerraformPlan.of(weakened));

        assertThat(new Scanners(directory).checkov("terraform_plan", PLAN))
                .extracting(Finding::check)
                .contains("CKV_AWS_7", "CKV_AWS_163", "CKV_AWS_131", "CKV_AWS_39", "CKV_AWS_79", "CKV2_AWS_20")
                .contains("CKV_AWS_36", "CKV_AWS_232");
    }

    @Test
    void everyPolicyThatCoversAFindingExists() {
        assertThat(Catalogue.policies().stream().map(Policy::id)).containsAll(reviewed.policies());
    }

    @Test
    void kubernetesItselfTakesEveryObjectOfItsOwnKinds() {
        String version = export.resources("aws:eks/cluster:Cluster").stream()
                .map(cluster -> cluster.at("/inputs/version"))
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow();
        var outcome = scanners.kubernetesValidate(version, BUILT_IN);
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(outcome.everything()).contains("deployment/service against version " + version);
    }
}
