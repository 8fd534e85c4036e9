package dev.palisade.policy.pack;

import dev.palisade.policy.graph.Options;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Reads resources from the engine's messages. */
final class WireResources {
    static final Value.Fields NONE = new Value.Fields(Map.of());

    private WireResources() {}

    /** A resource before it is created: the engine sends its inputs. */
    static Resource planned(AnalyzeRequest request) {
        return new Resource(
                request.getUrn(),
                request.getType(),
                request.getName(),
                present(request.getOptions().getParent()),
                isCustom(request.getType()),
                null,
                Values.of(request.getProperties()),
                NONE,
                Set.of(),
                Map.of(),
                present(request.getProvider().getUrn()),
                options(request.getOptions()));
    }

    /** A resource of the whole stack: the engine sends its outputs, and has told its inputs before. */
    static Resource registered(AnalyzerResource resource, Value.Fields inputs) {
        Map<String, Set<String>> dependencies = new LinkedHashMap<>();
        resource.getPropertyDependenciesMap()
                .forEach((property, urns) -> dependencies.put(property, new LinkedHashSet<>(urns.getUrnsList())));
        Value.Fields outputs = Values.of(resource.getProperties());
        return new Resource(
                resource.getUrn(),
                resource.getType(),
                resource.getName(),
                present(resource.getParent()),
                isCustom(resource.getType()),
                outputs.field("id").text().orElse(null),
                inputs,
                outputs,
                new LinkedHashSet<>(resource.getDependenciesList()),
                dependencies,
                present(resource.getProvider().getUrn()),
                options(resource.getOptions()));
    }

    /** The protocol does not say it; a provider's tokens have a module with a slash, components' have not. */
    private static boolean isCustom(String type) {
        return type.contains("/") || type.startsWith("pulumi:providers:");
    }

    private static Options options(AnalyzerResourceOptions options) {
        return new Options(
                options.getProtect(),
                false,
                false,
                options.getIgnoreChangesList(),
                options.getAdditionalSecretOutputsList());
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
