package dev.palisade.preview.recorder;

import com.google.protobuf.Struct;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Optional;

/** What policies change before a resource is registered, as the engine lets them. */
interface Fixes {
    /** The inputs put right, or empty where nothing is to be changed. */
    Optional<Struct> apply(Resource planned);

    /** What was changed, one sentence each. */
    List<String> done();

    /** Changes nothing. */
    Fixes NONE = new Fixes() {
        @Override
        public Optional<Struct> apply(Resource planned) {
            return Optional.empty();
        }

        @Override
        public List<String> done() {
            return List.of();
        }
    };
}
