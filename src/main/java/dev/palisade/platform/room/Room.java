package dev.palisade.platform.room;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** A component resource whose children inherit its providers. */
public abstract class Room extends ComponentResource {

    /** Registers the component under {@code palisade:<kind>}, e.g. {@code palisade:network:Network}. */
    protected Room(String kind, String name, ComponentResourceOptions options) {
        super("palisade:" + kind, name, options);
    }

    /** Options of a child that is created after the given resources and deleted before them. */
    protected final CustomResourceOptions inside(Resource... after) {
        return child(after).build();
    }

    /** The same for a child that holds data: where {@code protect} is set the engine refuses to delete it. */
    protected final CustomResourceOptions insideProtected(boolean protect, Resource... after) {
        return child(after).protect(protect).build();
    }

    /** Options of a component nested in this one. */
    protected final ComponentResourceOptions nested(Resource... after) {
        return ComponentResourceOptions.builder().parent(this).dependsOn(after).build();
    }

    /** Tells the engine that the component has all its children; the last line of every constructor. */
    protected final void finished() {
        registerOutputs(Map.of());
    }

    private CustomResourceOptions.Builder child(Resource... after) {
        var builder = CustomResourceOptions.builder();
        builder.parent(this);
        builder.dependsOn(after);
        return builder;
    }
}
