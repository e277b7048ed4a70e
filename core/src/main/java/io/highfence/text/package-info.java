/** From text to tokens: folding, legal forms, token weights and edit distance. Not exported. */
package io.highfence.text;
