/** Dated rules as data: thresholds, license requirements and policies, each with its paragraph, its status and its trust. */
package io.highfence.law;
