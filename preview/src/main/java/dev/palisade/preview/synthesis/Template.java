package dev.palisade.preview.synthesis;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders of a synthesis table for one resource.
 *
 * <ul>
 *   <li>{@code ${hexN}}, {@code ${HEXN}}, {@code ${digitsN}}, {@code ${alnumN}}, {@code ${ALNUMN}}: N characters,
 *       fixed by the URN and the salt after a colon, {@code ${hex17:default}}; upper case gives upper-case letters
 *   <li>{@code ${uuid}}, {@code ${octet}}, {@code ${certificate}}, {@code ${zoneId}}
 *   <li>{@code ${region}}, {@code ${account}}, {@code ${id}}, {@code ${name}} (the resource's logical name)
 *   <li>{@code ${in:property}}, or {@code ${in:property|default}}: an input
 *   <li>{@code ${host:property}}: an input URL without its scheme; {@code ${repository:property}} and
 *       {@code ${server:property}}: an input image's repository and registry
 *   <li>{@code ${secret:text}}: the whole value is a secret
 * </ul>
 *
 * <p>A text that needs an unknown input is unknown, one that needs a secret input is secret.
 */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}]+)}");
    private static final Pattern CHARACTERS = Pattern.compile("(hex|HEX|digits|alnum|ALNUM)(\\d+)");
    private static final Map<String, Function<Fingerprint, String>> GENERATORS = Map.of(
            "uuid", Fingerprint::uuid,
            "octet", fingerprint -> String.valueOf(fingerprint.octet()),
            "certificate", SyntheticCertificate::base64Pem);
    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:(.*)}");

    private final String urn;
    private final Struct inputs;
    private final AwsScope scope;
    private String id = "";

    Template(String urn, Struct inputs, AwsScope scope) {
        this.urn = urn;
        this.inputs = inputs;
        this.scope = scope;
    }

    void id(String known) {
        id = known;
    }

    Value fill(@Nullable Object template) {
        if (template instanceof Map<?, ?> map) {
            var fields = new LinkedHashMap<String, Value>();
            map.forEach((key, value) -> fields.put(String.valueOf(key), fill(value)));
            return Wire.struct(fields);
        } else if (template instanceof List<?> list) {
            return Wire.list(list.stream().map(this::fill).toList());
        } else if (template instanceof String text) {
            var secret = SECRET.matcher(text);
            return secret.matches() ? Wire.secret(text(secret.group(1))) : text(text);
        }
        return Wire.ofPlain(template);
    }

    /** A template that is one placeholder keeps the type of what it stands for. */
    private Value text(String template) {
        var matcher = PLACEHOLDER.matcher(template);
        if (matcher.matches()) {
            return placeholder(matcher.group(1));
        }
        var text = new StringBuilder();
        boolean secret = false;
        matcher.reset();
        while (matcher.find()) {
            var value = placeholder(matcher.group(1));
            if (Wire.isUnknown(value)) {
                return value;
            }
            secret |= Wire.isSecret(value);
            matcher.appendReplacement(text, Matcher.quoteReplacement(plain(value)));
        }
        var filled = Wire.string(matcher.appendTail(text).toString());
        return secret ? Wire.secret(filled) : filled;
    }

    private Value placeholder(String expression) {
        int colon = expression.indexOf(':');
        var word = colon < 0 ? expression : expression.substring(0, colon);
        var argument = colon < 0 ? "" : expression.substring(colon + 1);
        return switch (word) {
            case "in" -> input(argument);
            case "host" -> map(input(argument), url -> url.replaceFirst("^[a-z]+://", ""));
            case "repository" -> map(input(argument), ImageName::repository);
            case "server" -> map(input(argument), ImageName::server);
            case "zoneId" -> map(input("availabilityZone|a"), this::zoneId);
            default -> Wire.string(constant(word).orElseGet(() -> generated(word, new Fingerprint(urn, argument))));
        };
    }

    private Optional<String> constant(String word) {
        return switch (word) {
            case "region" -> Optional.of(scope.region());
            case "account" -> Optional.of(scope.account());
            case "id" -> Optional.of(id);
            case "name" -> Optional.of(urn.substring(urn.lastIndexOf("::") + 2));
            default -> Optional.empty();
        };
    }

    private static String generated(String word, Fingerprint fingerprint) {
        var characters = CHARACTERS.matcher(word);
        if (characters.matches()) {
            int length = Integer.parseInt(characters.group(2));
            return switch (characters.group(1)) {
                case "hex" -> fingerprint.hex(length);
                case "HEX" -> fingerprint.hex(length).toUpperCase(Locale.ROOT);
                case "digits" -> fingerprint.digits(length);
                case "ALNUM" -> fingerprint.alphanumeric(length).toUpperCase(Locale.ROOT);
                default -> fingerprint.alphanumeric(length);
            };
        }
        var generator = GENERATORS.get(word);
        if (generator == null) {
            throw new IllegalStateException("No placeholder is called " + word);
        }
        return generator.apply(fingerprint);
    }

    /** {@code euc1-az1} for {@code eu-central-1a}: AWS's short name of the region and the zone's place in it. */
    private String zoneId(String zone) {
        var parts = scope.region().split("-", -1);
        var direction = parts.length > 1 ? parts[1].substring(0, 1) : "";
        return parts[0] + direction + parts[parts.length - 1] + "-az" + (zone.charAt(zone.length() - 1) - 'a' + 1);
    }

    private Value input(String expression) {
        int bar = expression.indexOf('|');
        var name = bar < 0 ? expression : expression.substring(0, bar);
        var value = inputs.getFieldsMap().get(name);
        if (value != null && !value.hasNullValue()) {
            return value;
        }
        var fallback = bar < 0 ? "" : expression.substring(bar + 1);
        if ("[]".equals(fallback)) {
            return Wire.list(List.of());
        }
        return fallback.matches("\\d+") ? Wire.number(Integer.parseInt(fallback)) : Wire.string(fallback);
    }

    private static Value map(Value value, UnaryOperator<String> change) {
        return Wire.isUnknown(value) ? value : Wire.string(change.apply(plain(value)));
    }

    private static String plain(Value value) {
        var plain = Wire.reveal(value);
        return switch (plain.getKindCase()) {
            case NUMBER_VALUE -> String.valueOf((long) plain.getNumberValue());
            case BOOL_VALUE -> String.valueOf(plain.getBoolValue());
            default -> plain.getStringValue();
        };
    }
}
