/** Values that every room shares: countries, dates, decimals, citations, digests, and what bad input is told. */
package io.highfence.base;
