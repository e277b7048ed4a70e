/** Measures how well names are matched: labelled pairs, damaged names, ordinary names, and rivals on the same pairs. */
package io.highfence.cli.evaluate;
