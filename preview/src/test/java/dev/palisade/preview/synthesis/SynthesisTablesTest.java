package dev.palisade.preview.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.ResourceType;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SynthesisTablesTest {
    @Test
    void everyOutputOfATableIsAnOutputOfTheProvidersResource() throws Exception {
        var wrong = new TreeSet<String>();
        for (var row : Tables.load().entrySet()) {
            var type = row.getKey();
            if (type.contains("helm.sh")) {
                continue; // Held by the API's documentation alone: its status is one structure.
            }
            var exports = exports(type);
            row.getValue().outputs().keySet().stream()
                    .filter(output -> !exports.contains(output))
                    .forEach(output -> wrong.add(type + " has no output " + output));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyAutonamedInputExists() throws Exception {
        for (var row : Tables.load().entrySet()) {
            if (!row.getValue().autoname().isEmpty() && !row.getKey().contains("helm.sh")) {
                assertThat(exports(row.getKey()))
                        .as(row.getKey())
                        .contains(row.getValue().autoname());
            }
        }
    }

    private static Set<String> exports(String type) throws ClassNotFoundException {
        return Arrays.stream(resourceClass(type).getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Export.class))
                .map(field -> field.getAnnotation(Export.class).name())
                .collect(Collectors.toSet());
    }

    /** {@code aws:ec2/vpc:Vpc} is com.pulumi.aws.ec2.Vpc; a few types are named otherwise and are looked for. */
    private static Class<?> resourceClass(String type) throws ClassNotFoundException {
        var parts = type.split("[:/]", -1);
        var module = "index".equals(parts[1]) ? "" : parts[1] + ".";
        var name = "com.pulumi." + parts[0] + "." + module + parts[parts.length - 1];
        var found = Class.forName(name);
        var annotation = found.getAnnotation(ResourceType.class);
        assertThat(annotation).as(name).isNotNull();
        assertThat(annotation.type()).isEqualTo(type);
        return found;
    }
}
