package dev.palisade.app.data;

/** Bytes in memory that is allocated once: what is written last takes the place of what was written first. */
final class ByteRing {
    private final byte[] bytes;
    private int end;

    /** A ring of so many bytes. */
    ByteRing(int size) {
        bytes = new byte[size];
    }

    /** How many bytes have their place in it. */
    int size() {
        return bytes.length;
    }

    /** Writes bytes after those written before, and tells where they start. They must not be more than there is place for. */
    int write(byte[] written) {
        var start = end;
        var first = Math.min(written.length, bytes.length - start);
        System.arraycopy(written, 0, bytes, start, first);
        System.arraycopy(written, first, bytes, 0, written.length - first);
        end = (start + written.length) % bytes.length;
        return start;
    }

    /** So many bytes from where they start. */
    byte[] read(int start, int length) {
        var read = new byte[length];
        var first = Math.min(length, bytes.length - start);
        System.arraycopy(bytes, start, read, 0, first);
        System.arraycopy(bytes, 0, read, first, length - first);
        return read;
    }
}
