package dev.palisade.platform.network;

/** An IPv4 block; one that is not on its boundary is an {@link IllegalArgumentException}. */
public record Cidr(int address, int prefix) {

    public Cidr {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException("prefix /" + prefix + " is not between /0 and /32");
        }
        if ((address & ~mask(prefix)) != 0) {
            throw new IllegalArgumentException(dotted(address) + " is not on a boundary of /" + prefix);
        }
    }

    /** Reads {@code a.b.c.d/n}. */
    public static Cidr parse(String text) {
        var parts = text.split("[./]", -1);
        var address = 0;
        for (var i = 0; i < 4; i++) {
            address = address << 8 | Integer.parseInt(parts[i]);
        }
        return new Cidr(address, Integer.parseInt(parts[4]));
    }

    /** The {@code index}-th block of a longer prefix in this one, from 0. */
    public Cidr block(int longer, int index) {
        if (longer < prefix || index < 0 || index >= 1L << (longer - prefix)) {
            throw new IllegalArgumentException("%s has no block %d of /%d".formatted(this, index, longer));
        }
        return new Cidr(address + (int) ((long) index << (32 - longer)), longer);
    }

    /** Whether every address of the other block is in this one. */
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && (other.address & mask(prefix)) == address;
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    private static String dotted(int address) {
        return "%d.%d.%d.%d".formatted(address >>> 24, address >>> 16 & 255, address >>> 8 & 255, address & 255);
    }

    @Override
    public String toString() {
        return dotted(address) + "/" + prefix;
    }
}
