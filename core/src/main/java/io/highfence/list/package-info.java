/** Published lists: their readers, the listed parties, and the editions they came from. */
package io.highfence.list;
