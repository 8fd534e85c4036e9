package dev.palisade.policy.rules.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.ResourceType;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.rules.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownKindsTest {
    /** Lines of the file, by the comment that heads them. */
    private static List<String> types(int section) throws IOException {
        try (var file = KnownKinds.class.getResourceAsStream("kinds.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.split("(?m)^#.*$", -1)[section]
                    .lines()
                    .filter(line -> !line.isBlank())
                    .flatMap(line -> Stream.of(
                                    line.substring(line.indexOf(':') + 2).split(" ", -1))
                            .map(kind -> "com.pulumi.aws." + line.substring(0, line.indexOf(':')) + "." + kind))
                    .map(KnownKindsTest::type)
                    .toList();
        }
    }

    /** The token of a class of the provider's SDK: a kind that there is not has none. */
    private static String type(String className) {
        try {
            return Class.forName(className).getAnnotation(ResourceType.class).type();
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no such kind: " + className, e);
        }
    }

    @Test
    void whatIsSaidToBeReadIsNamedInThePack() throws IOException {
        var classes = new StringBuilder();
        try (var files = Files.walk(Path.of("target/classes"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                classes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        String all = classes.toString();
        assertThat(types(1)).isNotEmpty().allSatisfy(type -> assertThat(all).contains(type));
    }

    @Test
    void whatIsNotReadIsNoPolicysOwn() throws IOException {
        assertThat(types(2)).isNotEmpty().doesNotContainAnyElementsOf(judged());
    }

    @Test
    void whatPoliciesAreAboutIsKnown() {
        assertThat(judged())
                .allSatisfy(
                        type -> assertThat(KnownKinds.contain(type)).as(type).isTrue());
    }

    private static List<String> judged() {
        return Catalogue.policies().stream()
                .flatMap(policy -> {
                    if (policy instanceof ResourcePolicy one) {
                        return one.types().stream();
                    }
                    return policy instanceof RelationPolicy one ? one.types().stream() : Stream.empty();
                })
                .filter(type -> type.startsWith("aws:"))
                .toList();
    }
}
