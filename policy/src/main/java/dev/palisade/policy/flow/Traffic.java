package dev.palisade.policy.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An exact set of packets, told apart by source, destination, protocol and destination port. The boxes may overlap.
 */
record Traffic(List<Box> boxes) {
    /** All packets from any of the sources to any of the destinations on any of the ports. */
    record Box(AddressSet from, AddressSet to, PortSet ports) {
        boolean isEmpty() {
            return from.isEmpty() || to.isEmpty() || ports.isEmpty();
        }

        private static final Box NOTHING = new Box(AddressSet.NONE, AddressSet.NONE, PortSet.NONE);

        /** The ports first: they most often have nothing in common. */
        Box intersect(Box other) {
            PortSet common = ports.intersect(other.ports);
            if (common.isEmpty()) {
                return NOTHING;
            }
            AddressSet sources = from.intersect(other.from);
            return sources.isEmpty() ? NOTHING : new Box(sources, to.intersect(other.to), common);
        }

        boolean overlaps(Box other) {
            return ports.overlaps(other.ports) && from.overlaps(other.from) && to.overlaps(other.to);
        }

        boolean contains(Box other) {
            return ports.contains(other.ports) && from.contains(other.from) && to.contains(other.to);
        }

        List<Box> minus(Box other) {
            Box common = intersect(other);
            if (common.isEmpty()) {
                return List.of(this);
            }
            List<Box> left = new ArrayList<>(3);
            add(left, new Box(from.minus(common.from), to, ports));
            add(left, new Box(common.from, to.minus(common.to), ports));
            add(left, new Box(common.from, common.to, ports.minus(common.ports)));
            return left;
        }
    }

    static final Traffic NONE = new Traffic(List.of());
    static final Traffic ALL = of(AddressSet.ALL, AddressSet.ALL, PortSet.ALL);

    static Traffic of(AddressSet from, AddressSet to, PortSet ports) {
        return of(new Box(from, to, ports));
    }

    private static Traffic of(Box box) {
        return box.isEmpty() ? NONE : new Traffic(List.of(box));
    }

    /** Any packet on these ports. */
    static Traffic on(PortSet ports) {
        return of(AddressSet.ALL, AddressSet.ALL, ports);
    }

    static Traffic union(Collection<Traffic> parts) {
        List<Box> boxes = new ArrayList<>();
        parts.forEach(part -> part.boxes.forEach(box -> add(boxes, box)));
        return new Traffic(List.copyOf(boxes));
    }

    boolean isEmpty() {
        return boxes.isEmpty();
    }

    Traffic union(Traffic other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return union(List.of(this, other));
    }

    Traffic intersect(Traffic other) {
        if (boxes.size() == 1 && other.boxes.size() == 1) {
            return of(boxes.get(0).intersect(other.boxes.get(0)));
        }
        List<Box> common = new ArrayList<>();
        for (Box mine : boxes) {
            for (Box its : other.boxes) {
                add(common, mine.intersect(its));
            }
        }
        return common.isEmpty() ? NONE : new Traffic(List.copyOf(common));
    }

    Traffic minus(Traffic other) {
        List<Box> left = boxes;
        for (Box cut : other.boxes) {
            List<Box> next = new ArrayList<>(left.size());
            for (Box box : left) {
                next.addAll(box.minus(cut));
            }
            left = next;
        }
        return new Traffic(List.copyOf(left));
    }

    boolean contains(Traffic other) {
        return other.minus(this).isEmpty();
    }

    boolean overlaps(Traffic other) {
        for (Box mine : boxes) {
            for (Box its : other.boxes) {
                if (mine.overlaps(its)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same with sources and destinations exchanged, on other ports. */
    Traffic reversed(PortSet answers) {
        return union(boxes.stream().map(box -> of(box.to, box.from, answers)).toList());
    }

    PortSet ports() {
        return PortSet.union(boxes.stream().map(Box::ports).toList());
    }

    /** One packet of them; the lowest addresses and port. */
    Traffic first() {
        Box box = boxes.get(0);
        return of(box.from.first(), box.to.first(), box.ports.first());
    }

    private static void add(List<Box> boxes, Box box) {
        if (box.isEmpty()) {
            return;
        }
        for (Box other : boxes) {
            if (other.contains(box)) {
                return;
            }
        }
        for (int i = 0; i < boxes.size(); i++) {
            Box other = boxes.get(i);
            boolean sameEnds = other.from.equals(box.from) && other.to.equals(box.to);
            if (sameEnds) {
                boxes.set(i, new Box(box.from, box.to, other.ports.union(box.ports)));
                return;
            }
        }
        boxes.add(box);
    }
}
