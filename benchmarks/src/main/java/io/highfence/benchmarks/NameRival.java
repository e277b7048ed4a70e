package io.highfence.benchmarks;

/** A search reduced to the question that all rivals answer: how many listed parties a name brings up for a person to look at. */
interface NameRival {
    /** The number of listed parties at or above the rival's own usual threshold. */
    int find(String name);
}
