/** How fast an agent makes a router fit, and what the agent itself takes. */
package studio.benchmarks.router;
