package io.highfence.benchmarks;

/**
 * A search reduced to the question that all rivals answer: which listed parties a name brings up for a person to look at. For one
 * thread.
 */
interface NameRival {
    /** The number of listed parties at or above the rival's own usual threshold. */
    int find(String name);

    /** Whether the last search brought up this party, by its number in the list. */
    boolean found(int party);
}
