package dev.palisade.policy.flow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An exact set of protocols and their ports. Immutable; equal where the members are.
 *
 * <p>Every one of the 256 IP protocols has the ports 0 to 65535. For ICMP and ICMPv6 a port is type times 256 plus code;
 * other protocols without ports have all of them or none.
 */
public final class PortSet {
    private static final int PORTS = 65536;
    private static final Map<String, Integer> NUMBERS =
            Map.of("icmp", 1, "tcp", 6, "udp", 17, "esp", 50, "ah", 51, "icmpv6", 58, "sctp", 132);
    private static final Pattern ITEM = Pattern.compile(
            "all (protocol )?(?<all>\\w+)|(protocol )?(?<one>\\w+) (?<first>\\d{1,5})(-(?<last>\\d{1,5}))?");
    private static final Map<Integer, String> NAMES =
            NUMBERS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    public static final PortSet NONE = new PortSet(Ranges.NONE);
    public static final PortSet ALL = new PortSet(line(0, 0, 255, 65535), true);
    /** What a client receives answers on: AWS's range for all kinds of clients. */
    public static final PortSet EPHEMERAL = tcp(1024, 65535).union(udp(1024, 65535));

    private final Ranges ranges;
    /** Set where nothing need be computed: most rules leave one side open. */
    private final boolean everything;

    private PortSet(Ranges ranges) {
        this(ranges, false);
    }

    private PortSet(Ranges ranges, boolean everything) {
        this.ranges = ranges;
        this.everything = everything;
    }

    public static PortSet tcp(int port) {
        return tcp(port, port);
    }

    public static PortSet tcp(int first, int last) {
        return range("tcp", first, last);
    }

    public static PortSet udp(int port) {
        return udp(port, port);
    }

    public static PortSet udp(int first, int last) {
        return range("udp", first, last);
    }

    /** Every port of a protocol, given by name or number; of all protocols for {@code -1} and {@code all}. */
    public static PortSet protocol(String protocol) {
        return isAll(protocol) ? ALL : range(protocol, 0, PORTS - 1);
    }

    /**
     * The ports of a protocol, given by name (of any case) or number.
     *
     * @throws IllegalArgumentException if there is no such protocol, or no such ports
     */
    public static PortSet range(String protocol, int first, int last) {
        int number = number(protocol);
        if (first < 0 || last >= PORTS || first > last) {
            throw new IllegalArgumentException("no ports from " + first + " to " + last);
        }
        return new PortSet(line(number, first, number, last));
    }

    /** As {@link #range}, of what people wrote: empty where there is no such protocol, or no such ports. */
    static Optional<PortSet> read(String protocol, double first, double last) {
        try {
            return Optional.of(range(protocol, (int) first, (int) last));
        } catch (IllegalArgumentException noSuchPorts) {
            return Optional.empty();
        }
    }

    /**
     * What a rule of a security group or a network ACL means: {@code -1} are all protocols, and for ICMP the two ports
     * are type and code, {@code -1} for all of them.
     *
     * @throws IllegalArgumentException if there is no such protocol, or no such ports
     */
    public static PortSet rule(String protocol, int fromPort, int toPort) {
        if (isAll(protocol)) {
            return ALL;
        }
        int number = number(protocol);
        if (number == 1 || number == 58) {
            if (fromPort == -1) {
                return protocol(protocol);
            }
            return toPort == -1
                    ? range(protocol, fromPort * 256, fromPort * 256 + 255)
                    : range(protocol, fromPort * 256 + toPort, fromPort * 256 + toPort);
        }
        boolean hasPorts = number == 6 || number == 17 || number == 132;
        return !hasPorts || fromPort == -1 ? protocol(protocol) : range(protocol, fromPort, toPort);
    }

    /**
     * Reads what {@link #toString} writes: {@code tcp 80, tcp 1024-65535, all udp} or {@code all traffic}.
     *
     * @throws IllegalArgumentException if the text is no such list
     */
    public static PortSet parse(String text) {
        if ("all traffic".equals(text)) {
            return ALL;
        }
        List<PortSet> sets = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            Matcher matcher = ITEM.matcher(item.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("\"" + item.strip() + "\" is no protocol with a port");
            }
            if (matcher.group("all") != null) {
                sets.add(protocol(matcher.group("all")));
            } else {
                int first = Integer.parseInt(matcher.group("first"));
                String last = matcher.group("last");
                sets.add(range(matcher.group("one"), first, last == null ? first : Integer.parseInt(last)));
            }
        }
        return union(sets);
    }

    private static boolean isAll(String protocol) {
        return "-1".equals(protocol) || "all".equalsIgnoreCase(protocol);
    }

    private static int number(String protocol) {
        Integer named = NUMBERS.get(protocol.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (protocol.matches("\\d{1,3}") && Integer.parseInt(protocol) <= 255) {
            return Integer.parseInt(protocol);
        }
        throw new IllegalArgumentException("\"" + protocol + "\" is no IP protocol");
    }

    private static Ranges line(int protocol, int first, int lastProtocol, int last) {
        return Ranges.of(
                BigInteger.valueOf((long) protocol * 65536 + first),
                BigInteger.valueOf((long) lastProtocol * 65536 + last));
    }

    public static PortSet union(Collection<PortSet> sets) {
        return new PortSet(Ranges.union(sets.stream().map(set -> set.ranges).toList()));
    }

    public PortSet union(PortSet other) {
        return new PortSet(ranges.union(other.ranges));
    }

    public PortSet intersect(PortSet other) {
        if (everything || other.everything) {
            return everything ? other : this;
        }
        return new PortSet(ranges.intersect(other.ranges));
    }

    public PortSet minus(PortSet other) {
        return new PortSet(ranges.minus(other.ranges));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether every member of the other set is one of this. */
    public boolean contains(PortSet other) {
        return everything || ranges.contains(other.ranges);
    }

    public boolean overlaps(PortSet other) {
        return everything ? !other.isEmpty() : ranges.overlaps(other.ranges);
    }

    /**
     * The lowest member as a set of its own.
     *
     * @throws IllegalStateException if there is none
     */
    public PortSet first() {
        if (isEmpty()) {
            throw new IllegalStateException("no port in an empty set");
        }
        BigInteger first = ranges.ranges().get(0).first();
        return new PortSet(Ranges.of(first, first));
    }

    /** How many ports of how many protocols there are, all together. */
    public long size() {
        return ranges.ranges().stream()
                .mapToLong(range -> range.last().subtract(range.first()).longValueExact() + 1)
                .sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** For example {@code tcp 80, tcp 1024-65535, udp 53}; "all traffic" for all, "no port" for none. */
    @Override
    public String toString() {
        if (equals(ALL)) {
            return "all traffic";
        }
        List<String> texts = new ArrayList<>();
        for (Ranges.Range range : ranges.ranges()) {
            texts.addAll(text(range.first().intValueExact(), range.last().intValueExact()));
        }
        return texts.isEmpty() ? "no port" : String.join(", ", texts);
    }

    private static List<String> text(int first, int last) {
        List<String> texts = new ArrayList<>();
        int protocol = first / PORTS;
        int from = first % PORTS;
        for (int at = protocol; at <= last / PORTS; at++) {
            int to = at == last / PORTS ? last % PORTS : PORTS - 1;
            String ports = from == to ? " " + from : " " + from + "-" + to;
            String name = NAMES.getOrDefault(at, "protocol " + at);
            texts.add(from == 0 && to == PORTS - 1 ? "all " + name : name + ports);
            from = 0;
        }
        return texts;
    }
}
