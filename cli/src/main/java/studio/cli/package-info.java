/** The commands behind {@code ./studio}: each reads its options, asks {@code studio.embedded}, and prints the answer. */
package studio.cli;
