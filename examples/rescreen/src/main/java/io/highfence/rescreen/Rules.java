package io.highfence.rescreen;

import io.highfence.law.RuleBook;

/** The rules that come with the SDK, read once a JVM. */
final class Rules {
    static final RuleBook BUNDLED = RuleBook.bundled();

    private Rules() {}
}
