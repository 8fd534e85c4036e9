package dev.palisade.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Options;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a graph looks like, it brings a clear error or verdicts, and no policy trips over it. */
class BrokenGraphsTest {
    private static final String VPC = "urn:pulumi:dev::p::aws:ec2/vpc:Vpc::v";
    private static final List<Object> WRONG = List.of(
            "",
            "{\"a\":",
            "[[[[[[]]]]]]",
            "::/0,\u0000",
            true,
            -1,
            1e300,
            Double.POSITIVE_INFINITY,
            List.of(),
            List.of(List.of(List.of("x"))),
            List.of("x", 1, Map.of()),
            Map.of(),
            Map.of("x", Map.of("x", List.of())));

    private final Evaluator evaluator = new Evaluator(Catalogue.policies());

    @TestFactory
    Stream<DynamicTest> noPolicyTripsOverPropertiesOfTheWrongShape() {
        Map<String, List<Property>> byType = new TreeMap<>();
        properties().forEach(property -> byType.computeIfAbsent(property.type(), type -> new ArrayList<>())
                .add(property));
        return byType.entrySet().stream()
                .map(type -> DynamicTest.dynamicTest(type.getKey(), () -> assertJudged(broken(type.getValue()))));
    }

    /** One resource for every property and every value that does not belong there. */
    private static Graph broken(List<Property> properties) {
        StackBuilder stack = StackBuilder.stack();
        int number = 0;
        for (Property property : properties) {
            for (Object value : WRONG) {
                Object nested = value;
                for (int i = property.path().size() - 1; i > 0; i--) {
                    String segment = property.path().get(i);
                    nested = Map.of(segment.replace("[]", ""), segment.endsWith("[]") ? List.of(nested) : nested);
                }
                String root = property.path().get(0);
                String name = "broken" + number++;
                stack.with(ResourceBuilder.resource(property.type(), name)
                        .set(property.root(), root.endsWith("[]") ? List.of(nested) : nested));
            }
        }
        return stack.build();
    }

    @Test
    void aValueOfAHundredThousandLevelsIsUnknownToEveryPolicyThatReadsIt() {
        Value deep = Value.of("bottom");
        for (int i = 0; i < 100_000; i++) {
            deep = new Value.Items(List.of(deep));
        }
        Graph graph = StackBuilder.stack(ResourceBuilder.resource("kubernetes:apps/v1:Deployment", "deep")
                        .set("spec", new Value.Fields(Map.of("template", deep))))
                .build();
        assertThat(evaluator.judge(graph))
                .filteredOn(finding -> finding.urn().contains("Deployment::deep"))
                .isNotEmpty()
                .noneMatch(finding -> finding.verdict().kind() == Verdict.Kind.PASS
                        && finding.policy().id().startsWith("container-"));
    }

    @ParameterizedTest
    @CsvSource({"a,a", "b,a"})
    void parentsInACircleAreRefused(String ofTheFirst, String ofTheSecond) {
        assertThatThrownBy(() -> Deployment.read("""
                {"deployment":{"resources":[
                  {"urn":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::a","parent":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::%s"},
                  {"urn":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::b","parent":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::%s"}]}}
                """.formatted(ofTheFirst, ofTheSecond)))
                .isInstanceOf(Deployment.MalformedException.class)
                .hasMessageContaining("is its own: parent");
    }

    @Test
    void dependenciesInACircleAreJudgedLikeOthers() throws Deployment.MalformedException {
        Graph graph = Deployment.read("""
                {"deployment":{"resources":[
                  {"urn":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::c",
                   "dependencies":["urn:pulumi:dev::p::aws:ec2/vpc:Vpc::c"]}]}}
                """);
        assertJudged(graph);
        assertThat(evaluator.judge(graph)).anyMatch(finding -> finding.verdict().kind() == Verdict.Kind.FAIL);
    }

    @Test
    void whatAnInterruptedReplacementLeftBehindIsNotJudged() throws Deployment.MalformedException {
        Graph graph = Deployment.read("""
                {"deployment":{"resources":[
                  {"urn":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::a"},
                  {"urn":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::a","delete":true},
                  {"urn":"urn:pulumi:dev::p::aws:ec2/vpc:Vpc::gone","pendingReplacement":true}]}}
                """);
        assertThat(graph.resources()).extracting(Resource::name).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"deployment":{"resources":[{"type":"aws:ec2/vpc:Vpc"}]}}`                  | resources[0] has no urn
            `{"deployment":{"resources":[{"urn":"vpc"}]}}`                               | resources[0].urn: not a Pulumi URN
            `{"deployment":{"resources":[{"urn":"VPC\\u001b[2J"}]}}`                      | not a Pulumi URN: urn:pulumi:dev::p::aws:ec2/vpc:Vpc::v?[2J
            `{"deployment":{"resources":[{"urn":"VPC","parent":7}]}}`                    | resources[0].parent is no text
            `{"version":99,"deployment":{}}`                                             | version 99: the newest that is known is 4
            `{"deployment":{"resources":[7]}}`                                           | resources[0] is not an object
            `{"deployment":{"resources":{}}}`                                            | resources is not a list
            `{"deployment":[]}`                                                          | no "deployment"
            `[]`                                                                         | not a JSON object
            `{"deployment":`                                                             | not JSON
            `{"deployment":{}} {"deployment":{}}`                                        | not JSON
            `{"deployment":{"resources":[{"urn":"VPC"},{"urn":"VPC"}]}}`                 | two resources have the URN
            `{"deployment":{"resources":[{"urn":"VPC","inputs":[]}]}}`                   | resources[0].inputs is not an object
            `{"deployment":{"resources":[{"urn":"VPC","outputs":"x"}]}}`                 | resources[0].outputs is not an object
            `{"deployment":{"resources":[{"urn":"VPC","ignoreChanges":"tags"}]}}`        | resources[0].ignoreChanges is not a list
            `{"deployment":{"resources":[{"urn":"VPC","propertyDependencies":[]}]}}`     | resources[0].propertyDependencies is not an object
            """)
    void aDocumentThatIsNoGraphIsRefusedWithThePlace(String json, String message) {
        assertThatThrownBy(() -> Deployment.read(json.replace("VPC", VPC)))
                .isInstanceOf(Deployment.MalformedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aDocumentOfTooManyLevelsIsRefused() {
        String json = "{\"deployment\":{\"resources\":[{\"urn\":\"" + VPC + "\",\"inputs\":{\"a\":" + "[".repeat(50_000)
                + "]".repeat(50_000) + "}}]}}";
        assertThatThrownBy(() -> Deployment.read(json))
                .isInstanceOf(Deployment.MalformedException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void thousandsOfResourcesWithoutPropertiesAreJudged() {
        List<Resource> resources = new ArrayList<>();
        List<Property> properties = properties().toList();
        for (int i = 0; i < 3_000; i++) {
            Property property = properties.get(i % properties.size());
            resources.add(new Resource(
                    "urn:pulumi:dev::p::" + property.type() + "::r" + i,
                    property.type(),
                    "r" + i,
                    null,
                    true,
                    "id" + i,
                    new Value.Fields(Map.of("metadata", Values.ofJson(Map.of("namespace", "n", "name", "r" + i)))),
                    new Value.Fields(Map.of()),
                    Set.of(),
                    Map.of(),
                    null,
                    Options.NONE));
        }
        Graph graph = new Graph(resources);
        List<Finding> findings = evaluator.judge(graph);
        assertThat(findings).hasSizeGreaterThan(3_000);
    }

    private void assertJudged(Graph graph) {
        assertThat(evaluator.judge(graph))
                .allSatisfy(finding -> assertThat(finding.verdict().reasons())
                        .as("%s on %s", finding.policy().id(), graph.resources())
                        .noneMatch(reason -> reason.startsWith("cannot be judged")));
    }

    private static Stream<Property> properties() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.palisade.policy.rules")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Property.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .map(BrokenGraphsTest::read);
    }

    private static Property read(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return (Property) reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }
}
