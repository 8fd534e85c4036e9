package dev.palisade.e2e.crosscheck;

/**
 * What a scanner objects to.
 *
 * @param check the scanner's own id of its rule
 * @param resource as the scanner names it
 */
record Finding(String check, String resource) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
        int byCheck = check.compareTo(other.check);
        return byCheck != 0 ? byCheck : resource.compareTo(other.resource);
    }

    @Override
    public String toString() {
        return check + " " + resource;
    }
}
