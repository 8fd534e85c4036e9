package dev.palisade.policy.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * An IAM policy document as a property holds it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM: grammar</a>
 */
public sealed interface PolicyDocument {
    /**
     * One that can be judged.
     *
     * @param version empty where the document has none, which means 2008-10-17
     */
    record Parsed(String version, List<PolicyStatement> statements) implements PolicyDocument {
        public Parsed {
            statements = List.copyOf(statements);
        }
    }

    /** One that AWS would refuse, or that means something else than its author thought. */
    record Malformed(String problem) implements PolicyDocument {}

    /** Not known yet, as a whole or in a part. */
    record Undetermined() implements PolicyDocument {}

    /** There is none. */
    record Absent() implements PolicyDocument {}

    /** Reads a property: JSON in a text, as the provider takes it, or the same as an object. */
    static PolicyDocument of(Value value) {
        if (value.isMissing()) {
            return new Absent();
        }
        Value content = value.open();
        return content instanceof Value.Text text ? Json.document(text.value()) : document(content);
    }

    private static PolicyDocument document(Value content) {
        return content.hasUnknown() ? new Undetermined() : PolicyGrammar.read(content);
    }

    /** A parser that takes no duplicate key and no text after the end. */
    final class Json {
        private static final JsonMapper STRICT = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        /** A dozen policies read the same text. Weak: what was read goes with the graph that holds the text. */
        private static final Map<String, PolicyDocument> READ = Collections.synchronizedMap(new WeakHashMap<>());

        private Json() {}

        private static PolicyDocument document(String text) {
            return READ.computeIfAbsent(text, Json::read);
        }

        private static PolicyDocument read(String text) {
            try {
                return PolicyDocument.document(Values.ofJson(STRICT.readValue(text, Object.class)));
            } catch (JsonProcessingException notJson) {
                return new Malformed("is not JSON");
            }
        }
    }
}
