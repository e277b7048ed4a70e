/** Who owns whom, in percent, and the dated rules on what an owner's listing makes of what it owns. */
package io.highfence.ownership;
