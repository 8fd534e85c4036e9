package dev.palisade.policy.exemption;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads exemptions from YAML, a list of mappings, and says of each bad one where it stands and what is wrong. */
final class ExemptionReader {
    private static final Set<String> FIELDS =
            Set.of("id", "policy", "resource", "reason", "owner", "expires", "evidence");
    private static final int WORDS_OF_A_REASON = 8;
    private static final Pattern POLICY =
            Pattern.compile("[a-z0-9-]+|(?:errorprone|javac|pmd|spotbugs)/[A-Za-z0-9_.-]+");
    private static final Pattern RESOURCE = Pattern.compile("[^*?,\\s]+");
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final String file;
    private final List<Exemption> exemptions = new ArrayList<>();
    private final List<ExemptionProblem> problems = new ArrayList<>();
    private final Map<String, String> placeOf = new HashMap<>();

    ExemptionReader(String file) {
        this.file = file;
    }

    Exemptions read(String yaml) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            JsonToken start = parser.nextToken();
            if (start == JsonToken.START_ARRAY) {
                entries(parser);
            } else if (start != null && start != JsonToken.VALUE_NULL) {
                refuse(file + ":1", "the file is no list of exemptions");
            }
        } catch (JsonProcessingException bad) {
            String message = bad.getOriginalMessage().lines().findFirst().orElse("malformed");
            refuse(file + ":" + bad.getLocation().getLineNr(), "cannot be read as YAML: " + message);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Exemptions(exemptions, problems);
    }

    private void entries(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String place = file + ":" + parser.currentTokenLocation().getLineNr();
            JsonNode entry = YAML.readTree(parser);
            if (entry.isObject()) {
                exemption(new Entry(entry, place));
            } else {
                refuse(
                        place,
                        "no mapping with the fields "
                                + String.join(", ", FIELDS.stream().sorted().toList()));
            }
        }
        if (parser.nextToken() != null) {
            refuse(file + ":" + parser.currentTokenLocation().getLineNr(), "a second document after the list");
        }
    }

    private void exemption(Entry entry) {
        int before = problems.size();
        entry.onlyKnownFields();
        String id = entry.text("id");
        String policy = entry.matching("policy", POLICY, "exactly one policy by its id");
        String resource = entry.matching("resource", RESOURCE, "exactly one resource as type::name");
        String reason = entry.text("reason");
        if (!reason.isEmpty() && words(reason) < WORDS_OF_A_REASON) {
            refuse(
                    entry.place,
                    "its reason has " + words(reason) + " words: say in " + WORDS_OF_A_REASON
                            + " or more why the risk is acceptable");
        }
        String owner = entry.text("owner");
        LocalDate expires = entry.date("expires");
        List<String> evidence = entry.texts("evidence");
        once("the id \"" + id + "\"", entry.place);
        once(policy + " on " + resource, entry.place);
        if (problems.size() == before) {
            exemptions.add(new Exemption(id, policy, resource, reason, owner, expires, evidence));
        }
    }

    private static int words(String text) {
        return text.strip().split("\\s+", -1).length;
    }

    private void once(String what, String place) {
        String before = placeOf.putIfAbsent(what, place);
        if (before != null) {
            refuse(place, what + " is exempted at " + before + " already");
        }
    }

    private void refuse(String place, String message) {
        problems.add(new ExemptionProblem(place, message));
    }

    /** One mapping, its fields read with a problem for each that is not as it must be. */
    private final class Entry {
        private final JsonNode node;
        private final String place;

        private Entry(JsonNode node, String place) {
            this.node = node;
            this.place = place;
        }

        private void onlyKnownFields() {
            node.fieldNames().forEachRemaining(name -> {
                if (!FIELDS.contains(name)) {
                    refuse(place, "unknown field \"" + name + "\"");
                }
            });
        }

        private String text(String field) {
            JsonNode value = node.path(field);
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue().strip();
            }
            refuse(place, value.isMissingNode() ? "lacks its " + field : "its " + field + " is no text");
            return "";
        }

        private String matching(String field, Pattern form, String meaning) {
            String text = text(field);
            if (!text.isEmpty() && !form.matcher(text).matches()) {
                refuse(place, "its " + field + " \"" + text + "\" does not name " + meaning);
            }
            return text;
        }

        private LocalDate date(String field) {
            String text = text(field);
            try {
                return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
            } catch (DateTimeParseException malformed) {
                refuse(place, "its " + field + " \"" + text + "\" is no date like 2027-03-31");
                return LocalDate.EPOCH;
            }
        }

        private List<String> texts(String field) {
            JsonNode list = node.path(field);
            Set<String> texts = new LinkedHashSet<>();
            boolean good = list.isMissingNode() || list.isArray();
            for (JsonNode item : list) {
                good &= item.isTextual() && !item.textValue().isBlank() && texts.add(item.textValue());
            }
            if (!good) {
                refuse(place, "its " + field + " is no list of different names");
            }
            return List.copyOf(texts);
        }
    }
}
