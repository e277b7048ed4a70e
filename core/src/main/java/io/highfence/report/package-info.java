/** Saying it: text, JSON and HTML, all from the evidence in a result. */
package io.highfence.report;
