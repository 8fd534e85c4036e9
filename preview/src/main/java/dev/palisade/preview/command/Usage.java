package dev.palisade.preview.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.help.TableDefinition;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.apache.commons.cli.help.TextStyle;

/** How the tool and its commands are used. */
final class Usage {
    private static final List<TextStyle> COLUMNS = List.of(
            TextStyle.builder().setLeftPad(2).setScalable(false).get(),
            TextStyle.builder().setLeftPad(3).get());

    private final StringWriter text = new StringWriter();
    private final TextHelpAppendable out = new TextHelpAppendable(text);

    private Usage() {
        out.setMaxWidth(100);
        out.setLeftPad(0);
        out.setIndent(0);
    }

    /** The tool, with what its commands do. */
    static String of(List<Command> commands) {
        var usage = new Usage();
        usage.paragraphs(
                "Usage: palisade [options] <command>",
                "A checked preview of the platform: no account, no credentials, no Pulumi.",
                "Exit codes: 0 compliant, 1 a mandatory violation, 2 bad usage or input, 3 the program failed.");
        usage.table(
                "Commands:",
                commands.stream()
                        .map(command -> List.of(command.name(), command.description()))
                        .toList());
        usage.options(Given.COMMON);
        return usage.text();
    }

    /** One command, with all that it understands. */
    static String of(Command command) {
        var usage = new Usage();
        var operands = command.operands();
        usage.paragraphs(
                "Usage: palisade " + (command.name() + " [options] " + operands.shown()).strip(),
                command.description());
        if (!operands.label().isEmpty()) {
            usage.table("Arguments:", List.of(List.of(operands.shown(), operands.description())));
        }
        var options = new ArrayList<>(command.options());
        options.addAll(Given.COMMON);
        usage.options(options);
        return usage.text();
    }

    private void options(List<Option> options) {
        table(
                "Options:",
                options.stream()
                        .map(option -> List.of(names(option), option.getDescription()))
                        .toList());
    }

    private static String names(Option option) {
        var names = (option.getOpt() == null ? "" : "-" + option.getOpt() + ", ") + "--" + option.getLongOpt();
        return option.hasArg() ? names + " " + option.getArgName() : names;
    }

    private void paragraphs(String... texts) {
        try {
            for (var text : texts) {
                out.appendParagraph(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(String title, List<List<String>> rows) {
        paragraphs(title);
        try {
            out.appendTable(TableDefinition.from("", COLUMNS, List.of("", ""), rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the blanks that fill the tables' columns, and the empty lines below their headings. */
    private String text() {
        return text.toString()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replace(":\n\n\n", ":\n")
                .stripTrailing();
    }
}
