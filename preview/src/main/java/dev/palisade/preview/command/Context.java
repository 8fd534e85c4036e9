package dev.palisade.preview.command;

import java.io.InputStream;
import java.time.Clock;

/** What every command works with. */
public record Context(Console console, InputStream in, Installation installation, Clock clock) {}
