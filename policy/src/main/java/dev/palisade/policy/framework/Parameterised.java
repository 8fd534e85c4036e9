package dev.palisade.policy.framework;

import java.util.List;

/** A policy that a configuration can tell more: which registries are trusted, how long logs are kept. */
public interface Parameterised {
    List<Parameter> parameters();

    /** The same policy with these values in place of the fallbacks. */
    Policy with(Arguments arguments);
}
