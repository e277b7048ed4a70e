package io.highfence.match;

/**
 * What queries have cost, in counts that no noise of a machine touches.
 *
 * @param slots words of the dictionary whose letters were counted
 * @param compared words that were compared with a word of the query
 * @param postings entries of posting lists that were looked at
 * @param candidates readings that these hold, each once a form of the query
 * @param verified those of them whose words were looked at
 * @param scored readings that were scored
 */
record Costs(long slots, long compared, long postings, long candidates, long verified, long scored) {}
