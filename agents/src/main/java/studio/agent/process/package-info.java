/** A router as a process beside the agent: started, kept running, stopped; it outlives its agent, which finds it again. */
package studio.agent.process;
