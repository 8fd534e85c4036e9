package dev.palisade.policy.testkit;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Options;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stack made of given resources. */
public final class StackBuilder {
    /** The URN of the stack that every test builds. */
    public static final String URN = "urn:pulumi:test::palisade::" + Urn.STACK_TYPE + "::palisade-test";

    private final List<ResourceBuilder> resources = new ArrayList<>();

    private StackBuilder() {}

    public static StackBuilder stack(ResourceBuilder... resources) {
        return new StackBuilder().with(resources);
    }

    public StackBuilder with(ResourceBuilder... more) {
        resources.addAll(List.of(more));
        return this;
    }

    public Graph build() {
        List<Resource> built = new ArrayList<>();
        Value.Fields none = new Value.Fields(Map.of());
        built.add(new Resource(
                URN,
                Urn.STACK_TYPE,
                "palisade-test",
                null,
                false,
                null,
                none,
                none,
                Set.of(),
                Map.of(),
                null,
                Options.NONE));
        resources.forEach(resource -> built.add(resource.build()));
        return new Graph(built);
    }
}
