/** A gate in front of launches of accelerators: Envoy and Kubernetes ask it whether one may start. */
@org.jspecify.annotations.NullMarked
package io.highfence.gate;
