package dev.palisade.platform.settings;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a textual setting must look like.
 *
 * @param expected completes the sentence "expected ..."
 */
public record Shape(String expected, Predicate<String> test) {

    private static final Pattern BLOCK =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    static final Shape ACCOUNT_ID = matching("an AWS account id of 12 digits", "\\d{12}");
    static final Shape REGION = matching("an AWS region, e.g. eu-central-1", "[a-z]{2}(-[a-z]+)+-\\d");
    static final Shape ZONE = matching("an availability zone, e.g. eu-central-1a", "[a-z]{2}(-[a-z]+)+-\\d[a-h]");
    static final Shape CIDR = new Shape("an IPv4 CIDR block on its boundary, e.g. 203.0.113.0/24", Shape::isCidr);
    static final Shape VPC_CIDR = new Shape(
            "a private IPv4 block of /16 to /20 on its boundary, e.g. 10.20.0.0/16",
            value -> isCidr(value)
                    && value.matches("(10\\.|172\\.(1[6-9]|2\\d|3[01])\\.|192\\.168\\.)[\\d.]+/(1[6-9]|20)"));
    static final Shape ROLE_ARN = matching("the ARN of an IAM role", "arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+");
    static final Shape DOMAIN = matching(
            "a host name, e.g. api.example.com", "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
    static final Shape HOSTED_ZONE =
            matching("a Route 53 hosted zone id, e.g. Z0123456789ABCDEFGHIJ", "Z[A-Z0-9]{4,31}");
    static final Shape CERTIFICATE_ARN = matching(
            "the ARN of an ACM certificate", "arn:aws[a-z-]*:acm:[a-z0-9-]+:\\d{12}:certificate/[0-9a-f-]{36}");
    static final Shape IMAGE =
            matching("an image by digest, e.g. registry/name@sha256:<64 hex digits>", "[\\w.:/-]+@sha256:[0-9a-f]{64}");
    static final Shape EMAIL = matching("an e-mail address", "[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    static final Shape COUNTRY = matching("an ISO 3166 country code of two capitals", "[A-Z]{2}");
    static final Shape INSTANCE_TYPE = matching("an EC2 instance type, e.g. m7i.large", "[a-z][a-z0-9-]*\\.[a-z0-9-]+");
    static final Shape ORIGIN =
            matching("an https origin, e.g. https://app.example.com", "https://[a-z0-9.-]+(:\\d+)?");

    /** A shape given by a regular expression that must match the whole value. */
    static Shape matching(String expected, String regex) {
        var pattern = Pattern.compile(regex);
        return new Shape(expected, value -> pattern.matcher(value).matches());
    }

    private static boolean isCidr(String value) {
        var matcher = BLOCK.matcher(value);
        if (!matcher.matches()) {
            return false;
        }
        var address = 0L;
        for (var i = 1; i <= 4; i++) {
            var octet = Integer.parseInt(matcher.group(i));
            if (octet > 255) {
                return false;
            }
            address = address * 256 + octet;
        }
        var prefix = Integer.parseInt(matcher.group(5));
        return prefix <= 32 && address % (1L << (32 - prefix)) == 0;
    }
}
