/** Every stored customer asked again in Apache Spark: against the whole of the lists, or against what changed in them. */
@org.jspecify.annotations.NullMarked
package io.highfence.rescreen;
