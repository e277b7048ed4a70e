package io.highfence.cli;

/** How an answer is written. */
enum Explain {
    TEXT,
    JSON,
    HTML
}
