package dev.palisade.policy.framework;

import java.util.List;

/** A requirement that can be judged. One class each, annotated with {@link PolicyInfo}. */
public sealed interface Policy permits ResourcePolicy, RelationPolicy, StackPolicy {

    /** The class's name in kebab case: one name everywhere. */
    default String id() {
        return Names.kebab(getClass());
    }

    /**
     * The annotation.
     *
     * @throws IllegalStateException if the class has none
     */
    default PolicyInfo info() {
        PolicyInfo info = getClass().getAnnotation(PolicyInfo.class);
        if (info == null) {
            throw new IllegalStateException(getClass().getName() + " has no @PolicyInfo");
        }
        return info;
    }

    default List<Control> controls() {
        return List.of(info().controls()).stream().map(Control::parse).toList();
    }
}
