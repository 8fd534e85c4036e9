package dev.palisade.policy.flow;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** CIDR notation: text to numbers and back. */
final class Cidr {
    /** Where IPv6 begins on the line of numbers. */
    private static final BigInteger IPV6 = BigInteger.ONE.shiftLeft(128);

    private static final Pattern OCTETS = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    /** Only literals, so that nothing is ever looked up in DNS. */
    private static final Pattern HEXTETS = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

    private Cidr() {}

    static Ranges parse(String text) {
        int slash = text.indexOf('/');
        BigInteger address = address(slash < 0 ? text : text.substring(0, slash), text);
        int width = width(address);
        int prefix = slash < 0 ? width : prefix(text.substring(slash + 1), width, text);
        BigInteger size = BigInteger.ONE.shiftLeft(width - prefix);
        BigInteger first = address.andNot(size.subtract(BigInteger.ONE));
        return Ranges.of(first, first.add(size).subtract(BigInteger.ONE));
    }

    private static int width(BigInteger address) {
        return address.compareTo(IPV6) < 0 ? 32 : 128;
    }

    private static int prefix(String digits, int width, String text) {
        if (!PREFIX.matcher(digits).matches() || Integer.parseInt(digits) > width) {
            throw malformed(text);
        }
        return Integer.parseInt(digits);
    }

    private static BigInteger address(String address, String text) {
        if (OCTETS.matcher(address).matches()) {
            return ipv4(address, text);
        }
        if (HEXTETS.matcher(address).matches()) {
            return ipv6(address, text);
        }
        throw malformed(text);
    }

    private static BigInteger ipv4(String address, String text) {
        BigInteger number = BigInteger.ZERO;
        for (String octet : address.split("\\.", -1)) {
            if (Integer.parseInt(octet) > 255) {
                throw malformed(text);
            }
            number = number.shiftLeft(8).or(new BigInteger(octet));
        }
        return number;
    }

    private static BigInteger ipv6(String address, String text) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            BigInteger number = new BigInteger(1, bytes);
            boolean mapped = bytes.length == 4;
            return IPV6.or(mapped ? BigInteger.valueOf(0xffff).shiftLeft(32).or(number) : number);
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException(malformed(text).getMessage(), notALiteral);
        }
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no IPv4 or IPv6 address or CIDR block");
    }

    /** The fewest blocks that make up a range. */
    static List<String> blocks(Ranges.Range range) {
        List<String> blocks = new ArrayList<>();
        BigInteger first = range.first();
        while (first.compareTo(range.last()) <= 0) {
            if (first.compareTo(IPV6) < 0 && range.last().compareTo(IPV6) >= 0) {
                throw new IllegalStateException("a range across both families");
            }
            int width = width(first);
            BigInteger left = range.last().subtract(first).add(BigInteger.ONE);
            BigInteger offset = width == 32 ? first : first.subtract(IPV6);
            int aligned = offset.signum() == 0 ? width : Math.min(width, offset.getLowestSetBit());
            int bits = Math.min(aligned, left.bitLength() - 1);
            blocks.add((width == 32 ? ipv4(offset) : ipv6(offset)) + "/" + (width - bits));
            first = first.add(BigInteger.ONE.shiftLeft(bits));
        }
        return blocks;
    }

    /** A block of one address without its prefix. */
    static String shortened(String block) {
        String full = block.contains(":") ? "/128" : "/32";
        return block.endsWith(full) ? block.substring(0, block.length() - full.length()) : block;
    }

    private static String ipv4(BigInteger number) {
        long address = number.longValueExact();
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /**
     * The canonical text.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5952">RFC 5952</a>
     */
    private static String ipv6(BigInteger number) {
        List<String> hextets = new ArrayList<>();
        for (int shift = 112; shift >= 0; shift -= 16) {
            hextets.add(Integer.toHexString(number.shiftRight(shift).intValue() & 0xffff));
        }
        int start = 0;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && "0".equals(hextets.get(end))) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        return length == 1
                ? String.join(":", hextets)
                : String.join(":", hextets.subList(0, start)) + "::"
                        + String.join(":", hextets.subList(start + length, 8));
    }
}
