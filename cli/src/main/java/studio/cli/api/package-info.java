/** Studio's REST interface as the command line uses it: where it is, who asks, and what it answered. */
package studio.cli.api;
