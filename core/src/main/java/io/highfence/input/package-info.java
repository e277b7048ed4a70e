/** Reading JSON and CSV strictly, so that every fault has its line and column. Not exported. */
package io.highfence.input;
