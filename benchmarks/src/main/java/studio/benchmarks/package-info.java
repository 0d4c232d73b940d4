/** Where claims of speed come from: one command for each thing that is measured, and one table for what was. */
package studio.benchmarks;
