package dev.palisade.preview.command;

/** Says what the tool is doing: on a terminal in one line that changes, elsewhere one line a step. */
final class Progress {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private final boolean detailed;
    private String step = "";

    /** With {@code detailed}, {@link #detail} says something too. */
    Progress(Console console, boolean detailed) {
        this.console = console;
        this.detailed = detailed;
    }

    synchronized void step(String what) {
        step = what;
        if (console.live()) {
            console.err().print(CLEAR_LINE + what);
            console.err().flush();
        } else {
            console.err().println(what);
        }
    }

    /** How far the step is; shown on a terminal only. */
    synchronized void count(int count, String things) {
        if (console.live()) {
            console.err().print(CLEAR_LINE + step + " " + count + " " + things);
            console.err().flush();
        }
    }

    /** What only who looks for a defect wants to know. */
    synchronized void detail(String what) {
        if (detailed) {
            console.err().println(what);
        }
    }

    /** Leaves no trace on a terminal. */
    synchronized void done() {
        if (console.live()) {
            console.err().print(CLEAR_LINE);
            console.err().flush();
        }
    }
}
