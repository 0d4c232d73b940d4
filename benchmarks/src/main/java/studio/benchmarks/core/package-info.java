/** The domain alone, without topics, tables or HTTP: what a command and a plan cost by themselves. */
package studio.benchmarks.core;
