/** Running totals by account and day, kept in a log that survives a crash. Knows nothing of law, lists or orders. */
package io.highfence.ledger;
