/** The door: orders, parties in their roles, the decision and its reasons. */
package io.highfence;
