package dev.palisade.policy.flow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An exact set of IPv4 and IPv6 addresses. Immutable; equal where the members are.
 *
 * <p>Both families lie on one line of numbers: IPv4 from 0, IPv6 from 2<sup>128</sup>. An IPv4 address is no member of
 * a set of IPv6 addresses, also not in its mapped form.
 */
public final class AddressSet {
    public static final AddressSet NONE = new AddressSet(Ranges.NONE);
    public static final AddressSet IPV4 = parse("0.0.0.0/0");
    public static final AddressSet IPV6 = parse("::/0");
    /** Every address of both families. */
    public static final AddressSet ALL = new AddressSet(IPV4.ranges.union(IPV6.ranges), true);

    private final Ranges ranges;
    /** Set where nothing need be computed: most rules leave one side open. */
    private final boolean everything;

    private AddressSet(Ranges ranges) {
        this(ranges, false);
    }

    private AddressSet(Ranges ranges, boolean everything) {
        this.ranges = ranges;
        this.everything = everything;
    }

    /**
     * The addresses of a CIDR block, or one address. Bits behind the prefix are ignored, as AWS and Kubernetes do.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static AddressSet parse(String cidr) {
        return new AddressSet(Cidr.parse(cidr));
    }

    /** As {@link #parse}, empty where the text is neither a block nor an address. */
    public static Optional<AddressSet> read(String cidr) {
        try {
            return Optional.of(parse(cidr));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /**
     * The addresses of all the blocks.
     *
     * @throws IllegalArgumentException if one of the texts is no block
     */
    public static AddressSet parseAll(Collection<String> cidrs) {
        return new AddressSet(Ranges.union(cidrs.stream().map(Cidr::parse).toList()));
    }

    public static AddressSet union(Collection<AddressSet> sets) {
        return new AddressSet(Ranges.union(sets.stream().map(set -> set.ranges).toList()));
    }

    public AddressSet union(AddressSet other) {
        return new AddressSet(ranges.union(other.ranges));
    }

    public AddressSet intersect(AddressSet other) {
        if (everything || other.everything) {
            return everything ? other : this;
        }
        return new AddressSet(ranges.intersect(other.ranges));
    }

    public AddressSet minus(AddressSet other) {
        return new AddressSet(ranges.minus(other.ranges));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether every member of the other set is one of this. */
    public boolean contains(AddressSet other) {
        return everything || ranges.contains(other.ranges);
    }

    public boolean overlaps(AddressSet other) {
        return everything ? !other.isEmpty() : ranges.overlaps(other.ranges);
    }

    /** How many addresses there are. */
    public BigInteger size() {
        return ranges.ranges().stream()
                .map(range -> range.last().subtract(range.first()).add(BigInteger.ONE))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * The lowest member as a set of its own.
     *
     * @throws IllegalStateException if there is none
     */
    public AddressSet first() {
        if (isEmpty()) {
            throw new IllegalStateException("no address in an empty set");
        }
        BigInteger first = ranges.ranges().get(0).first();
        return new AddressSet(Ranges.of(first, first));
    }

    /** The fewest CIDR blocks that are this set, in order, IPv4 first. */
    public List<String> cidrs() {
        List<String> cidrs = new ArrayList<>();
        ranges.ranges().forEach(range -> cidrs.addAll(Cidr.blocks(range)));
        return List.copyOf(cidrs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressSet set && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** The blocks, separated by commas; a block of one address as the address alone; "no address" for none. */
    @Override
    public String toString() {
        return isEmpty()
                ? "no address"
                : String.join(", ", cidrs().stream().map(Cidr::shortened).toList());
    }
}
