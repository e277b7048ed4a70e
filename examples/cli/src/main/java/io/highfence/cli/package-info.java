/** The program {@code highfence}: a thin face over the public API of highfence-core. */
package io.highfence.cli;
