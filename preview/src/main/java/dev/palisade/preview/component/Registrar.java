package dev.palisade.preview.component;

import com.google.protobuf.Struct;

/** What a component asks of its engine while it builds itself. */
public interface Registrar {
    /** Registers a component's child, or the component itself, and returns what the provider answered. */
    Registered register(Registration registration);

    /** The outputs of a resource that an argument refers to: the engine's {@code pulumi:pulumi:getResource}. */
    Struct outputsOf(String urn);
}
