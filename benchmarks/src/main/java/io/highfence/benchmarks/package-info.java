/** What the README claims about speed, each claim a JMH class, beside rivals that do the same work. */
package io.highfence.benchmarks;
