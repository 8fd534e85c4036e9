package dev.palisade.preview.command;

/** What the command's exit codes mean. */
final class ExitCode {
    static final int COMPLIANT = 0;
    static final int VIOLATION = 1;
    static final int BAD_INPUT = 2;
    static final int PROGRAM_FAILED = 3;

    /** A defect of this tool itself (EX_SOFTWARE of sysexits.h). */
    static final int DEFECT = 70;

    private ExitCode() {}
}
