package dev.palisade.preview.command;

/** How a command prints its result. */
enum Format {
    TEXT,
    JSON
}
