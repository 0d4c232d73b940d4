/** Processes beside the agent, the router above all: started, kept running, stopped; they outlive their agent, which finds them again. */
package studio.agent.process;
