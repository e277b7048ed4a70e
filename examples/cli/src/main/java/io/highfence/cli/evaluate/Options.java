package io.highfence.cli.evaluate;

import io.highfence.list.PartyList;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate.
 *
 * @param list the listed parties
 * @param data the folder with published lists and ordinary names, or null
 * @param pairs a file of labelled pairs of the caller, or null
 * @param negatives a file of names that are on no list, or null
 * @param part which part of the parties
 * @param seed what decides every random choice
 * @param sample how many names of each kind of damage, and how many aliases of each type
 * @param ordinary how many ordinary names of each kind are matched against the whole list
 * @param examples how many mistakes of each kind to show
 */
public record Options(
        PartyList list,
        @Nullable Path data,
        @Nullable Path pairs,
        @Nullable Path negatives,
        Part part,
        long seed,
        int sample,
        int ordinary,
        int examples) {}
