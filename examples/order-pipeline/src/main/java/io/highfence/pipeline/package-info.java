/** Orders decided in Kafka Streams, each exactly once, and decided again when lists or rules change. */
@org.jspecify.annotations.NullMarked
package io.highfence.pipeline;
