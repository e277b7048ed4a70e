/** The arithmetic of a chip: total processing performance, performance density, and the paragraph of law that they meet. */
package io.highfence.chip;
