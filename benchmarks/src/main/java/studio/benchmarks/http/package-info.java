/** A load driver over HTTP for a running Studio: commands at several depths, how far the tables are behind meanwhile, and the past. */
package studio.benchmarks.http;
