/** Saying it: text and JSON, all from the evidence in a result. */
package io.highfence.report;
