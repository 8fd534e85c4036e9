package dev.palisade.preview.synthesis;

import com.google.protobuf.Struct;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;

/** What a provider answers to a creation: the new id and every output. */
@SuppressFBWarnings(value = "EI_EXPOSE_REP", justification = "Protobuf messages are immutable")
public record Created(String id, Struct outputs) {}
