package dev.palisade.preview.component;

import com.google.protobuf.Struct;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;

/** A resource as the engine knows it after registration; the id is empty for a component. */
@SuppressFBWarnings(value = "EI_EXPOSE_REP", justification = "Protobuf messages are immutable")
public record Registered(String urn, String id, Struct outputs) {}
