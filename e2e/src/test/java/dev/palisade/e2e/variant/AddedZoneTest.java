package dev.palisade.e2e.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Urn;
import dev.palisade.preview.change.Change;
import dev.palisade.preview.change.Changes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack that runs already, before and after a zone more. */
class AddedZoneTest {
    private static final String LAST = "    - eu-central-1c\n";

    /** What the providers change in place; a change of anything else would replace its resource, or may. */
    private static final Map<String, Set<String>> IN_PLACE = Map.of(
            "aws:ec2/networkAcl:NetworkAcl", Set.of("subnetIds"),
            "aws:ec2/vpcEndpoint:VpcEndpoint", Set.of("routeTableIds", "subnetIds"),
            "aws:eks/cluster:Cluster", Set.of("vpcConfig"),
            "aws:eks/nodeGroup:NodeGroup", Set.of("scalingConfig"),
            "aws:lb/loadBalancer:LoadBalancer", Set.of("subnets"),
            "kubernetes:networking.k8s.io/v1:NetworkPolicy", Set.of("spec"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it before each test.
    private Path directory;

    @ParameterizedTest(name = "with natPerZone {0}")
    @ValueSource(strings = {"true", "false"})
    void replacesNothing(String natPerZone) throws Exception {
        UnaryOperator<String> nat = file -> file.replace("natPerZone: \"true\"", "natPerZone: \"" + natPerZone + "\"");
        var before = Variant.of(Files.createDirectory(directory.resolve("before")), nat);
        var after = Variant.of(Files.createDirectory(directory.resolve("after")), file -> nat.apply(file)
                .replace(LAST, LAST + "    - eu-central-1d\n"));

        var changes = Changes.between(before.graph(), after.graph());

        assertThat(changes.deleted()).as("resources that are gone").isEmpty();
        changes.byUrn().forEach((urn, change) -> {
            if (change.kind() == Change.Kind.UPDATE) {
                assertThat(IN_PLACE.getOrDefault(Urn.parse(urn).type(), Set.of()))
                        .as(urn)
                        .containsAll(change.properties());
            }
        });
        assertThat(subnetsOfTheNewZone(changes)).as("subnets in the new zone").hasSize(4);
        assertThat(after.code()).as(after.text()).isEqualTo(before.code()).isZero();
    }

    private static Set<String> subnetsOfTheNewZone(Changes changes) {
        var created = new TreeSet<String>();
        changes.byUrn().forEach((urn, change) -> {
            var parsed = Urn.parse(urn);
            if (change.kind() == Change.Kind.CREATE
                    && parsed.type().equals("aws:ec2/subnet:Subnet")
                    && parsed.name().endsWith("eu-central-1d")) {
                created.add(parsed.name());
            }
        });
        return created;
    }
}
