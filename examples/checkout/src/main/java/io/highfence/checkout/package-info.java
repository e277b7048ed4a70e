/** The compliance step of a web shop: takes an order, pauses what must not ship, explains it, and lets people release it. */
@NullMarked
package io.highfence.checkout;

import org.jspecify.annotations.NullMarked;
