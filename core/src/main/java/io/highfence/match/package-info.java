/** Finding a name, an identifier or an address in a list: the index and the matcher. */
package io.highfence.match;
