package dev.palisade.policy.flow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A set of whole numbers as sorted ranges that neither overlap nor touch. Equal sets are equal lists. */
record Ranges(List<Range> ranges) {
    /** All numbers of {@code first} to {@code last}, both included. */
    record Range(BigInteger first, BigInteger last) {
        Range {
            if (first.compareTo(last) > 0) {
                throw new IllegalArgumentException("a range from " + first + " down to " + last);
            }
        }
    }

    static final Ranges NONE = new Ranges(List.of());

    static Ranges of(BigInteger first, BigInteger last) {
        return new Ranges(List.of(new Range(first, last)));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    Ranges union(Ranges other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : joined(ranges, other.ranges);
    }

    static Ranges union(List<Ranges> sets) {
        return joined(sets.stream().flatMap(set -> set.ranges.stream()).toList(), List.of());
    }

    private static Ranges joined(List<Range> some, List<Range> more) {
        List<Range> sorted = new ArrayList<>(some);
        sorted.addAll(more);
        sorted.sort((one, other) -> one.first.compareTo(other.first));
        List<Range> joined = new ArrayList<>(sorted.size());
        for (Range range : sorted) {
            int end = joined.size() - 1;
            if (end >= 0 && joined.get(end).last().add(BigInteger.ONE).compareTo(range.first) >= 0) {
                Range before = joined.get(end);
                joined.set(end, new Range(before.first, before.last.max(range.last)));
            } else {
                joined.add(range);
            }
        }
        return new Ranges(List.copyOf(joined));
    }

    /** Whether each range of the other lies in one of these: ranges that touch are one range. */
    boolean contains(Ranges other) {
        int i = 0;
        for (Range its : other.ranges) {
            while (i < ranges.size() && ranges.get(i).last.compareTo(its.first) < 0) {
                i++;
            }
            if (i == ranges.size()
                    || ranges.get(i).first.compareTo(its.first) > 0
                    || ranges.get(i).last.compareTo(its.last) < 0) {
                return false;
            }
        }
        return true;
    }

    boolean overlaps(Ranges other) {
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            Range mine = ranges.get(i);
            Range its = other.ranges.get(j);
            if (mine.last.compareTo(its.first) < 0) {
                i++;
            } else if (its.last.compareTo(mine.first) < 0) {
                j++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Most often the one lies in the other, or they have nothing in common. */
    Ranges intersect(Ranges other) {
        if (!overlaps(other)) {
            return NONE;
        }
        if (contains(other)) {
            return other;
        }
        if (other.contains(this)) {
            return this;
        }
        List<Range> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            Range mine = ranges.get(i);
            Range its = other.ranges.get(j);
            BigInteger first = mine.first.max(its.first);
            BigInteger last = mine.last.min(its.last);
            if (first.compareTo(last) <= 0) {
                common.add(new Range(first, last));
            }
            if (mine.last.compareTo(its.last) < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new Ranges(List.copyOf(common));
    }

    Ranges minus(Ranges other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        List<Range> left = new ArrayList<>();
        ranges.forEach(range -> cut(range, other.ranges, left));
        return new Ranges(List.copyOf(left));
    }

    private static void cut(Range range, List<Range> cuts, List<Range> left) {
        BigInteger first = range.first;
        for (Range cut : cuts) {
            if (cut.last.compareTo(first) >= 0 && cut.first.compareTo(range.last) <= 0) {
                if (first.compareTo(cut.first) < 0) {
                    left.add(new Range(first, cut.first.subtract(BigInteger.ONE)));
                }
                first = cut.last.add(BigInteger.ONE);
            }
        }
        if (first.compareTo(range.last) <= 0) {
            left.add(new Range(first, range.last));
        }
    }
}
